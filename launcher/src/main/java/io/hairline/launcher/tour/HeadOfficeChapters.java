package io.hairline.launcher.tour;

import static io.hairline.launcher.tour.TourState.HEAD_OFFICE;
import static io.hairline.launcher.tour.TourState.HOME;
import static io.hairline.launcher.tour.TourState.must;

import io.hairline.launcher.tour.TourChapters.Chapter;
import java.time.YearMonth;
import java.util.List;

/** What head office has seen of it all. */
final class HeadOfficeChapters {

    private final TourState tour;
    private final Franchise brand;

    HeadOfficeChapters(TourState tour) {
        this.tour = tour;
        this.brand = tour.brand;
    }

    List<Chapter> chapters() {
        return List.of(
                new Chapter("Head office has seen all of it", this::count),
                new Chapter(
                        "The deposit's royalty, opened to its payment; what the clinics owe each other", this::state));
    }

    private void count() {
        tour.awaitMoreBookings("EU", tour.began);
        tour.awaitMoreBookings("US", tour.due);
    }

    private void state() {
        String statement = brand.eventually(
                        HEAD_OFFICE,
                        "/royalty-statements?clinicId=%s&month=%s".formatted(HOME, tour.paidIn),
                        "the month of the deposit has a statement",
                        it -> it.path("items").size() == 1)
                .first()
                .path("id")
                .asString();
        brand.eventually(
                HEAD_OFFICE,
                "/royalty-statements/" + statement,
                "a line of it opens to the deposit",
                it -> it.path("lines")
                        .valueStream()
                        .anyMatch(line ->
                                line.path("event").path("courseId").asString("").equals(tour.course)));
        Answer settlement = brand.get(HEAD_OFFICE, "/settlements?month=" + YearMonth.from(tour.today()));
        must(
                settlement
                        .body()
                        .path("sum")
                        .valueStream()
                        .allMatch(it -> it.path("amount").asDouble() == 0),
                "debits equal credits");
    }
}
