mod address;
mod feeds;
mod fetching;
mod imports;
mod reading;
mod served;
mod writing;
