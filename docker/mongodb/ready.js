// The health check: makes the replica set on the first look, then tells whether it has its primary.
const admin = new Mongo(
  `mongodb://${encodeURIComponent(process.env.MONGO_INITDB_ROOT_USERNAME)}:` +
    `${encodeURIComponent(process.env.MONGO_INITDB_ROOT_PASSWORD)}@localhost:27017/?directConnection=true`,
).getDB("admin");
if (!admin.hello().setName) {
  admin.runCommand({
    replSetInitiate: { _id: "hairline", members: [{ _id: 0, host: "mongodb:27017" }] },
  });
}
quit(admin.hello().isWritablePrimary ? 0 : 1);
