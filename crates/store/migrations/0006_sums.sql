-- What a fact must come to when it is read. Facts from before have none, and are taken as they are.
alter table fact add column sum bigint;
