package io.hairline.launcher.tour;

import static io.hairline.launcher.tour.TourState.BERLIN;
import static io.hairline.launcher.tour.TourState.HEAD_OFFICE;
import static io.hairline.launcher.tour.TourState.HOME;
import static io.hairline.launcher.tour.TourState.MANAGER;
import static io.hairline.launcher.tour.TourState.must;

import io.hairline.launcher.tour.TourChapters.Chapter;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** What a refund does to a month whose statement is issued. */
final class RefundChapters {

    private static final String DRAFT = "DRAFT";
    private static final Map<String, Object> GIVEN_BACK =
            Map.of("amount", Map.of("amount", "60.00", "currency", "EUR"), "reasonCode", "GOODWILL");

    private final TourState tour;
    private final Franchise brand;

    RefundChapters(TourState tour) {
        this.tour = tour;
        this.brand = tour.brand;
    }

    List<Chapter> chapters() {
        return List.of(new Chapter(
                "A refund after the month is closed: a new line in its own month, the old statement unchanged",
                this::refund));
    }

    private void refund() {
        String closed = issueUpTo(tour.paidIn);
        LocalDate day = LocalDate.ofInstant(tour.now(), BERLIN);
        String asKnownThen = "/royalty-statements/" + closed + "?asKnownOn=" + day;
        JsonNode then = brand.get(HEAD_OFFICE, asKnownThen).body();
        String payment = then.path("lines")
                .valueStream()
                .map(it -> it.path("event"))
                .filter(it -> it.path("courseId").asString("").equals(tour.course))
                .map(it -> it.path("subject").asString())
                .findFirst()
                .orElse("");
        brand.done(MANAGER, "/payments/" + payment + "/refund", GIVEN_BACK);
        YearMonth month = YearMonth.from(day);
        tour.moveTo(
                month.plusMonths(1).atDay(1).atStartOfDay(BERLIN).toInstant().plus(Duration.ofHours(1)));
        brand.eventually(
                HEAD_OFFICE,
                "/royalty-statements/" + statement(month).path("id").asString(),
                "the refund is a line of the month in which it was made",
                it -> it.path("lines")
                        .valueStream()
                        .anyMatch(line ->
                                line.path("event").path("subject").asString("").equals(payment)
                                        && line.path("day").asString("").equals(day.toString())
                                        && line.path("amount").path("amount").asDouble() < 0));
        JsonNode now = brand.get(HEAD_OFFICE, asKnownThen).body();
        must(
                now.path("lines").equals(then.path("lines"))
                        && now.path("total").equals(then.path("total")),
                "the closed month is as it was");
    }

    /** The first month of a clinic that is a draft is issued first; answers with the statement of the last one. */
    private String issueUpTo(YearMonth last) {
        Deque<String> drafts = new ArrayDeque<>();
        JsonNode it = statement(last);
        String id = it.path("id").asString();
        YearMonth month = last;
        while (it.path("status").asString("").equals(DRAFT)) {
            drafts.push(it.path("id").asString());
            month = month.minusMonths(1);
            it = find(month);
        }
        drafts.forEach(draft -> brand.done(HEAD_OFFICE, "/royalty-statements/" + draft + "/issue", Map.of()));
        return id;
    }

    private JsonNode statement(YearMonth month) {
        brand.eventually(
                HEAD_OFFICE,
                path(month),
                "there is a statement of " + month,
                it -> it.path("items").size() == 1);
        return find(month);
    }

    /** Missing before the first agreement. */
    private JsonNode find(YearMonth month) {
        return brand.glance(HEAD_OFFICE, path(month)).body().path("items").path(0);
    }

    private static String path(YearMonth month) {
        return "/royalty-statements?clinicId=%s&month=%s".formatted(HOME, month);
    }
}
