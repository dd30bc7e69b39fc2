# One file for every image: --build-arg SERVICE=booking-service for a service, --target launcher for the tools.
FROM eclipse-temurin:25-jdk AS build
WORKDIR /src
COPY . .
RUN --mount=type=cache,target=/root/.m2 ./mvnw -B -T 1C -pl '!acceptance,!benchmarks' package -DskipTests -Dspotless.check.skip

FROM build AS unpacked
ARG SERVICE
RUN java -Djarmode=tools -jar ${SERVICE}/target/${SERVICE}-*.jar extract --destination /app \
 && mv /app/${SERVICE}-*.jar /app/app.jar

FROM eclipse-temurin:25-jre AS runtime
RUN useradd --system --uid 10001 --no-create-home hairline
COPY docker/ready /usr/local/bin/ready
USER 10001
WORKDIR /app

FROM runtime AS launcher
# By these two it knows its folder.
COPY hairline pom.xml /app/
COPY --from=build /src/launcher/target/libraries /app/libraries
COPY --from=build /src/launcher/target/launcher-*.jar /app/libraries/
ENTRYPOINT ["java", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp", "/app/libraries/*", "io.hairline.launcher.command.Hairline"]

FROM runtime AS service
COPY --from=unpacked /app /app
# Records a start without servers, with a key that nobody keeps, for the JVM's AOT cache. The service starts without it too.
USER 0
RUN key=$(head -c 32 /dev/urandom | base64) \
 && HAIRLINE_BOOKING_KEY=$key HAIRLINE_TREATMENT_KEY=$key HAIRLINE_NOTIFICATION_KEY=$key HAIRLINE_IDENTITY_KEY=$key \
    HAIRLINE_MONGODB_URI=mongodb://localhost/training HAIRLINE_DEMO=true HAIRLINE_DEMO_PASSWORD=training \
    java -XX:+UseSerialGC -XX:TieredStopAtLevel=1 --enable-native-access=ALL-UNNAMED -XX:AOTCacheOutput=/app/app.aot \
      -Dspring.context.exit=onRefresh -jar app.jar >/dev/null 2>&1 \
 ; test -f /app/app.aot || echo "No AOT cache: the recording failed"
USER 10001
HEALTHCHECK --interval=5s --timeout=3s --start-period=240s --retries=12 CMD ["ready"]
ENTRYPOINT ["java", "-XX:+UseSerialGC", "-XX:MetaspaceSize=128m", "-XX:AOTCache=/app/app.aot", "-XX:+ExitOnOutOfMemoryError", "--enable-native-access=ALL-UNNAMED", "-jar", "app.jar"]
