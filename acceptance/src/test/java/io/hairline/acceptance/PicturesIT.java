package io.hairline.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Page;
import io.hairline.acceptance.world.RunningDemo;
import io.hairline.contracts.demo.DemoIds;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Takes the pictures of the main pages that README and docs show, in a demo with its history, in {@code docs/images}. */
@Tag("long")
class PicturesIT {

    private static final Path IMAGES = Path.of("..", "docs", "images");
    private static final String BERLIN = DemoIds.clinic("BER").value();
    private static final int WIDE = 1280;
    private static final int TELEPHONE = 390;

    /** One page as one person sees it. */
    private record Picture(String name, String login, String path, int width) {}

    private static final List<Picture> PICTURES = List.of(
            new Picture("landing", "", "/", WIDE),
            new Picture("visit-phone", "", "/visit?where=" + BERLIN, TELEPHONE),
            new Picture("client-phone", "client-232", "/me", TELEPHONE),
            new Picture("day", "desk-ber", "/clinic/" + BERLIN + "/day", WIDE),
            new Picture("week", "manager-ber", "/clinic/" + BERLIN + "/week", WIDE),
            new Picture("wall", "head-office", "/wall", WIDE),
            new Picture(
                    "wall-region",
                    "head-office",
                    "/wall?days=365&regionId=" + DemoIds.region("EU").value(),
                    WIDE));

    @Test
    void areTakenOfTheMainPages() {
        Optional<Path> program = Chrome.find();
        if (System.getenv("CI") == null) {
            assumeTrue(program.isPresent(), "No Chromium on the PATH: install chromium to try the pages.");
        }
        List<String> complaints = new ArrayList<>();
        try (RunningDemo demo = RunningDemo.atWork("pictures");
                Chrome chrome = new Chrome(program.orElseThrow())) {
            for (Picture it : PICTURES) {
                Page page = chrome.visitor(demo.portal(), complaints);
                if (!it.login().isEmpty()) {
                    Visitor.loggedIn(page, it.login(), demo.password());
                }
                page.setViewportSize(it.width(), it.width() == WIDE ? 860 : 844);
                page.navigate(it.path());
                page.waitForTimeout(900);
                page.screenshot(new Page.ScreenshotOptions().setPath(IMAGES.resolve(it.name() + ".png")));
                page.context().close();
            }
        }
        assertThat(complaints).isEmpty();
        assertThat(PICTURES)
                .allSatisfy(it ->
                        assertThat(IMAGES.resolve(it.name() + ".png")).isNotEmptyFile());
    }
}
