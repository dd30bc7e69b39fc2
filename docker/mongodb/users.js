// Runs once, on an empty volume: one user per service, which reaches its own database and no other.
for (const service of ["identity", "headoffice", "booking", "treatment", "notification", "portal"]) {
  db.getSiblingDB(service).createUser({
    user: service,
    pwd: process.env[`${service.toUpperCase()}_DB_PASSWORD`],
    roles: ["readWrite", "dbAdmin"],
  });
}
