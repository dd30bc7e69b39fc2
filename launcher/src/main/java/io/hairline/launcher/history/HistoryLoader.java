package io.hairline.launcher.history;

import io.hairline.contracts.demo.DemoIds;
import io.hairline.launcher.machine.LauncherException;
import io.hairline.launcher.machine.ProjectFolder;
import io.hairline.launcher.system.Addresses;
import io.hairline.launcher.system.Progress;
import io.hairline.launcher.system.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Gives a new demo its past: clients, visits, courses, stock and money of two years, in every service. */
public final class HistoryLoader {

    /** More at once only wait for the two cores of a small machine. */
    private static final int AT_ONCE = 6;

    private static final Duration BEFORE_THE_FIRST = Duration.ofDays(20);

    private final ProjectFolder project;
    private final Addresses addresses;
    private final Progress progress;

    public HistoryLoader(ProjectFolder project, Addresses addresses, Progress progress) {
        this.project = project;
        this.addresses = addresses;
        this.progress = progress;
    }

    /** All of it, unless this machine's demo has it already. */
    public void loadOnce() {
        Path told = project.hairline("history");
        if (!Files.exists(told)) {
            load(DemoIds.CLIENTS, true);
            try {
                Files.writeString(told, "told\n");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /**
     * The history of the latest clients, which take as long as there are. Run again, it goes on where it ended.
     *
     * @param clients how many
     */
    public void load(int clients) {
        load(clients, false);
    }

    /** @param atWork whether today goes on up to now, and the coming two weeks are booked */
    private void load(int clients, boolean atWork) {
        try (BackdatedClient api = new BackdatedClient(addresses, Settings.demoPassword(project))) {
            Instant found = WorkingHour.time(api, "booking");
            if (found.isAfter(Instant.now().plus(WorkingHour.FURTHEST))) {
                progress.say("no history: the demo's clock was moved before; `up --fresh` starts with one");
                return;
            }
            Instant now = atWork ? WorkingHour.moveTo(api, found, progress) : found;
            progress.say("two years of history: the clinics' stock first, then %d clients".formatted(clients));
            LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
            Instant opened = today.minusDays(DemoIds.daysSinceFirstVisit(1))
                    .atStartOfDay(ZoneOffset.UTC)
                    .toInstant()
                    .minus(BEFORE_THE_FIRST);
            Map<String, DemoClinic> clinics = DemoClinic.all(api);
            if (atWork) {
                ClosedDays.close(api, now);
            }
            DemoStock stock = DemoStock.fill(api, opened);
            ClientPapers papers = new ClientPapers(api, stock, answers(api));
            List<ClientHistory> all = HistoryGenerator.until(today);
            play(all.subList(all.size() - clients, all.size()).stream()
                    .map(it -> {
                        ClientSteps steps = steps(api, it, clinics, now);
                        PastTouchUp touchUp = it.touchUp();
                        return new HistoryPlayer(
                                steps,
                                papers,
                                new PastCourse(steps, stock, atWork),
                                touchUp == null
                                        ? null
                                        : new TouchUpPlayer(
                                                steps(api, it.asIn(touchUp), clinics, now), stock, touchUp.visit()));
                    })
                    .toList());
            if (atWork) {
                progress.say("today and the coming two weeks in the clinics");
                attempt("not all of the coming weeks could be booked", () -> goToWork(api, clinics, papers, now));
                attempt(
                        "not all royalty statements of past months could be issued",
                        () -> new ClosedMonths(api, now).close());
                attempt("not all examples could be written into the charts", () -> addExamples(api, now, all, stock));
            }
        }
    }

    private static ClientSteps steps(
            BackdatedClient api, ClientHistory it, Map<String, DemoClinic> clinics, Instant now) {
        return new ClientSteps(api, it, Objects.requireNonNull(clinics.get(it.clinicCode())), now);
    }

    private void goToWork(BackdatedClient api, Map<String, DemoClinic> clinics, ClientPapers papers, Instant now) {
        DemoStock.addWhatEndsSoon(api, now);
        inParallel(DemoIds.CLINICS.stream()
                .<Runnable>map(it -> () -> {
                    DemoClinic clinic = Objects.requireNonNull(clinics.get(it));
                    ComingWeeks weeks = new ComingWeeks(api, it, clinic, now);
                    weeks.fill();
                    new TodaysVisits(api, it, clinic, now).play();
                    weeks.signPapers(papers);
                    new WaitingCourses(api, it, clinic, now).keepOne();
                })
                .toList());
        new DemoSafety(api, now).play(clinics);
    }

    private static void addExamples(BackdatedClient api, Instant now, List<ClientHistory> all, DemoStock stock) {
        ChartExamples examples = new ChartExamples(api, now);
        examples.write(all.getFirst());
        examples.ask(all);
        examples.harm(all, stock);
        examples.complain(all);
        examples.decline();
    }

    /** A demo without some of its history is still a demo. */
    private void attempt(String failed, Runnable part) {
        try {
            part.run();
        } catch (LauncherException e) {
            progress.say(failed + ": " + e.getMessage());
        }
    }

    private void play(List<HistoryPlayer> players) {
        AtomicInteger played = new AtomicInteger();
        inParallel(players.stream()
                .<Runnable>map(it -> () -> {
                    it.play();
                    say(played.incrementAndGet(), players.size());
                })
                .toList());
    }

    /** Does all of it, and then throws the first exception if there was one. */
    static void inParallel(List<Runnable> steps) {
        AtomicReference<@Nullable LauncherException> first = new AtomicReference<>();
        try (ExecutorService threads =
                Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().factory())) {
            steps.forEach(step -> threads.execute(() -> {
                try {
                    step.run();
                } catch (LauncherException e) {
                    first.compareAndSet(null, e);
                }
            }));
        }
        LauncherException failure = first.get();
        if (failure != null) {
            throw failure;
        }
    }

    private void say(int played, int all) {
        int part = Math.max(1, all / 5);
        if (played % part == 0) {
            progress.say("two years of history: %d of %d clients".formatted(played, all));
        }
    }

    private static Map<String, Boolean> answers(BackdatedClient api) {
        Map<String, Boolean> answers = new HashMap<>();
        api.get("treatment", "practitioner-1", "/questionnaires/questions")
                .path("items")
                .forEach(it -> answers.put(it.path("code").asString(), false));
        return answers;
    }
}
