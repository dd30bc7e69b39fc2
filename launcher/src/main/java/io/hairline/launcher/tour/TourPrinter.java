package io.hairline.launcher.tour;

import java.io.PrintStream;
import org.jspecify.annotations.Nullable;

/** Prints the tour: each chapter, each request and its answer, shortened to what fits a few lines. */
public final class TourPrinter {

    private static final int ANSWER = 320;

    private final PrintStream out;
    private int chapters;

    public TourPrinter(PrintStream out) {
        this.out = out;
    }

    void chapter(String title) {
        chapters++;
        out.printf("%n%d. %s%n", chapters, title);
    }

    void say(String sentence) {
        out.println("   " + sentence);
    }

    void call(String who, String method, String path, @Nullable String body, Answer answer) {
        out.printf("   %-16s %s /api/v1%s%s%n", who, method, path, body == null ? "" : "  " + shortened(body));
        out.printf(
                "   %16s → %d %s%n",
                "", answer.status(), shortened(answer.body().toString()));
    }

    private static String shortened(String text) {
        return text.length() <= ANSWER ? text : text.substring(0, ANSWER) + " …";
    }
}
