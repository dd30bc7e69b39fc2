package io.hairline.launcher.tour;

import java.net.URI;
import java.util.List;
import java.util.stream.Stream;

/** From a consultation in Berlin to a touch-up in New York: one new client, every service, the demo's clock. */
public final class TourChapters implements AutoCloseable {

    /** One part of the way; they are walked in order, and any service may be restarted between two of them. */
    public record Chapter(String title, Runnable walk) {}

    private final TourState tour;

    /** A tour of the franchise behind this portal. */
    public TourChapters(URI portal, String demoPassword, TourPrinter printer) {
        this.tour = new TourState(new Franchise(portal, demoPassword, printer), printer);
    }

    /** All chapters. Each group has a class of its own; a new group is one more class and one more line here. */
    public List<Chapter> chapters() {
        CourseChapters course = new CourseChapters(tour);
        return Stream.of(
                        new ConsultationChapters(tour).chapters(),
                        course.chapters(),
                        new ReplanChapters(tour).chapters(),
                        new WaitlistChapters(tour).chapters(),
                        course.sessions(),
                        new TouchUpChapters(tour).chapters(),
                        new SafetyChapters(tour).chapters(),
                        new FairnessChapters(tour).chapters(),
                        new HeadOfficeChapters(tour).chapters(),
                        new RefundChapters(tour).chapters())
                .flatMap(List::stream)
                .toList();
    }

    /** The client's id, after the booking. */
    public String client() {
        return tour.client;
    }

    /** Walks all of it. */
    public void walk() {
        chapters().forEach(this::walk);
    }

    /** Walks one chapter, which needs those before it. */
    public void walk(Chapter chapter) {
        tour.printer.chapter(chapter.title());
        chapter.walk().run();
    }

    @Override
    public void close() {
        tour.brand.close();
    }
}
