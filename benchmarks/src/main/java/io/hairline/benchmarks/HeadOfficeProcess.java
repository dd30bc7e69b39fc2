package io.hairline.benchmarks;

import io.hairline.contracts.ClinicId;
import io.hairline.contracts.PractitionerId;
import io.hairline.contracts.wire.Topics;
import java.io.IOException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** headoffice-service as a process of its own, with regions, clinics and practitioners; and, once it is asked for, a past. */
final class HeadOfficeProcess implements AutoCloseable {

    /** The service's name, and that of its consumer group and database. */
    static final String SERVICE = "headoffice";

    private static final Duration LOOK_EVERY = Duration.ofMillis(200);
    private static final int REGIONS = 10;
    private static final int ALL_CLINICS = 300;
    private static final int SOME_CLINICS = 60;
    private static final int PRACTITIONERS_EACH = 4;

    private final BenchmarkEnvironment lab;
    private final List<String> regions = new ArrayList<>();
    private final Map<ClinicId, String> regionOf = new HashMap<>();
    private final Map<ClinicId, List<PractitionerId>> staff = new HashMap<>();
    private ServiceProcess process;
    private @Nullable ReadModelFill past;

    private HeadOfficeProcess(BenchmarkEnvironment lab, ServiceProcess process) {
        this.lab = lab;
        this.process = process;
    }

    static HeadOfficeProcess open(BenchmarkEnvironment lab) throws IOException, InterruptedException {
        HeadOfficeProcess opened = new HeadOfficeProcess(lab, lab.startBeside(SERVICE));
        int clinics = lab.isFull() ? ALL_CLINICS : SOME_CLINICS;
        lab.say("opening " + clinics + " clinics …");
        opened.openClinics(clinics);
        return opened;
    }

    private void openClinics(int count) throws IOException, InterruptedException {
        List<Map<String, String>> week = Arrays.stream(DayOfWeek.values())
                .map(it -> Map.of("day", it.name(), "from", "09:00", "until", "21:00"))
                .toList();
        for (int region = 0; region < REGIONS; region++) {
            regions.add(made("/api/v1/regions", Map.of("code", "BENCH-" + region, "name", "Region " + region)));
        }
        String owner = made("/api/v1/owners", Map.of("code", "BENCH", "companyName", "Bench Ltd"));
        for (int number = 0; number < count; number++) {
            Map<String, Object> clinic = new HashMap<>();
            clinic.put("code", "BENCH-" + number);
            clinic.put("name", "Clinic " + number);
            clinic.put("regionId", regions.get(number % REGIONS));
            clinic.put("ownerId", owner);
            clinic.put("jurisdiction", "DE-BE");
            clinic.put("zone", TenYears.ZONE);
            clinic.put("currency", TenYears.CURRENCY);
            clinic.put("latitude", 40 + number * 0.04);
            clinic.put("longitude", 10);
            clinic.put("openingHours", week);
            ClinicId id = new ClinicId(made("/api/v1/clinics", clinic));
            regionOf.put(id, regions.get(number % REGIONS));
            staff.put(id, practitioners(number, id, week));
        }
    }

    private List<PractitionerId> practitioners(int number, ClinicId clinic, List<Map<String, String>> week)
            throws IOException, InterruptedException {
        List<PractitionerId> all = new ArrayList<>();
        for (int one = 0; one < PRACTITIONERS_EACH; one++) {
            String id = made(
                    "/api/v1/practitioners",
                    Map.of("displayName", "P. " + number + "-" + one, "serviceCodes", List.of()));
            api().create("/api/v1/practitioners/" + id + "/rota", Map.of("clinicId", clinic.value(), "shifts", week));
            all.add(new PractitionerId(id));
        }
        return all;
    }

    private String made(String path, Map<String, Object> body) throws IOException, InterruptedException {
        return api().create(path, body).path("id").asString();
    }

    Api api() {
        return process.api();
    }

    long pid() {
        return process.process().pid();
    }

    List<String> regions() {
        return regions;
    }

    List<ClinicId> clinics() {
        return staff.keySet().stream()
                .sorted((a, b) -> a.value().compareTo(b.value()))
                .toList();
    }

    List<ClinicId> clinicsOf(String region) {
        return clinics().stream().filter(it -> region.equals(regionOf.get(it))).toList();
    }

    /** Those who work in each clinic. */
    Map<ClinicId, List<PractitionerId>> staff() {
        return staff;
    }

    /** Stops the service, writes ten years of events, and has it read them; only once in a run. */
    ReadModelFill past() throws Exception {
        ReadModelFill it = past;
        if (it == null) {
            awaitEndOfTopics();
            process.close();
            it = ReadModelFill.of(lab, this);
            past = it;
        }
        return it;
    }

    /** What was sent before belongs to no past. */
    private void awaitEndOfTopics() throws Exception {
        try (ReplayProgress progress = progress()) {
            while (progress.behind() > 0) {
                Thread.sleep(LOOK_EVERY);
            }
        }
    }

    /** How far the service has come in the topics that it counts, from now on. */
    ReplayProgress progress() throws Exception {
        List<String> topics = Stream.of(Topics.BOOKING_EVENTS, Topics.TREATMENT_EVENTS, Topics.NOTIFICATION_EVENTS)
                .map(it -> lab.namespace() + it)
                .toList();
        return new ReplayProgress(lab.kafka(), lab.namespace() + SERVICE, topics);
    }

    /** Starts the service again, which may take so long to read its topics. */
    void start(Duration longest) throws IOException, InterruptedException {
        process = lab.startBeside(SERVICE, longest);
    }

    @Override
    public void close() {
        process.close();
    }
}
