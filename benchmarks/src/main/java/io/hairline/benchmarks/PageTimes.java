package io.hairline.benchmarks;

import io.hairline.contracts.demo.DemoIds;
import io.hairline.launcher.machine.ProjectFolder;
import io.hairline.launcher.system.Addresses;
import io.hairline.launcher.system.LocalSystem;
import io.hairline.launcher.system.Settings;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** P18: how long the running demo takes for its pages while fifty people read, each of whom opens a page every five seconds. */
final class PageTimes implements Benchmark {

    private static final double P99_MILLIS = 100;
    private static final int READERS = 50;
    private static final Duration BETWEEN_PAGES = Duration.ofSeconds(5);
    private static final Duration WARM_UP = Duration.ofSeconds(40);
    private static final Duration BRIEF = Duration.ofSeconds(60);
    private static final Duration WHOLE = Duration.ofMinutes(5);
    private static final List<String> CLINICS = DemoIds.CLINICS;
    private static final int FIRST_CLIENT = 100;
    private static final int LOST = 504;

    @Override
    public String id() {
        return "P18";
    }

    @Override
    public Result measure(BenchmarkEnvironment lab) throws IOException, InterruptedException {
        ProjectFolder project = ProjectFolder.find();
        Addresses addresses = Addresses.of(project);
        if (!new LocalSystem(project, addresses).isRunning()) {
            return result("no demo runs: ./hairline up first", "-", false);
        }
        lab.say("Logging " + READERS + " people in …");
        List<PageReader> readers = readers(addresses.portal(), Settings.demoPassword(project));
        Map<String, Timings> byPage = new ConcurrentHashMap<>();
        try (HttpClient http = HttpClient.newHttpClient()) {
            read(http, addresses.portal(), readers, WARM_UP, new ConcurrentHashMap<>());
            Timings all = read(http, addresses.portal(), readers, lab.length(BRIEF, WHOLE), byPage);
            lab.say(all.toString());
            boolean complete = all.ended(200) == all.count();
            return result(
                    String.format(
                            Locale.ROOT,
                            "p50 %.1f, p99 %.1f ms of %d pages%s",
                            all.millisAt(50),
                            all.millisAt(99),
                            all.count(),
                            complete ? "" : ", " + (all.count() - all.ended(200)) + " failed"),
                    slowest(byPage),
                    complete && all.millisAt(99) <= P99_MILLIS);
        }
    }

    /** A visitor or a client, a desk or a practitioner, and now and then head office: a third of each, about. */
    private static List<PageReader> readers(URI portal, String password) throws IOException, InterruptedException {
        List<PageReader> readers = new ArrayList<>();
        for (int number = 0; number < READERS; number++) {
            String code = CLINICS.get(number % CLINICS.size());
            String clinic = "/clinic/" + DemoIds.clinic(code).value();
            String small = code.toLowerCase(Locale.ROOT);
            readers.add(
                    switch (number % 5) {
                        case 0 -> PageReader.visitor(List.of("/", "/clinics", "/visit"));
                        case 1 ->
                            PageReader.loggedIn(
                                    portal,
                                    "client-" + (FIRST_CLIENT + number),
                                    password,
                                    List.of("/me", "/book", "/me/messages"));
                        case 2, 3 ->
                            PageReader.loggedIn(
                                    portal,
                                    "desk-" + small,
                                    password,
                                    List.of(clinic + "/day", clinic + "/week", clinic + "/day", clinic + "/tasks"));
                        default ->
                            PageReader.loggedIn(
                                    portal,
                                    "head-office",
                                    password,
                                    List.of(
                                            "/dashboard?days=28&regionId="
                                                    + DemoIds.region("EU").value(),
                                            "/office/prices",
                                            "/dashboard"));
                    });
        }
        return readers;
    }

    private static Timings read(
            HttpClient http, URI portal, List<PageReader> readers, Duration length, Map<String, Timings> byPage) {
        double perSecond = readers.size() * 1_000.0 / BETWEEN_PAGES.toMillis();
        return OpenLoop.paced(perSecond, length, it -> {
            PageReader reader = readers.get(it % readers.size());
            int turn = it / readers.size();
            long begun = System.nanoTime();
            int status = open(http, portal, reader, turn);
            byPage.computeIfAbsent(kind(reader.page(turn)), _ -> new Timings())
                    .add(Duration.ofNanos(System.nanoTime() - begun), status);
            return status;
        });
    }

    private static int open(HttpClient http, URI portal, PageReader reader, int turn) {
        try {
            return http.send(reader.opens(portal, turn), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException _) {
            return LOST;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return LOST;
        }
    }

    private static String kind(String page) {
        return page.replaceAll("/cln_[0-9a-z]+", "").replaceAll("\\?.*regionId.*", " of a region");
    }

    private static String slowest(Map<String, Timings> byPage) {
        return byPage.entrySet().stream()
                .max(Comparator.comparingDouble(it -> it.getValue().millisAt(99)))
                .map(it -> String.format(
                        Locale.ROOT,
                        "slowest: %s p99 %.1f ms",
                        it.getKey(),
                        it.getValue().millisAt(99)))
                .orElse("-");
    }

    private Result result(String measured, String compared, boolean holds) {
        return new Result(
                id(), "pages while 50 people read, a page each every 5 s", "p99 <= 100 ms", measured, compared, holds);
    }
}
