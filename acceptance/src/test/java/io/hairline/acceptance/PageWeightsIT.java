package io.hairline.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import io.hairline.acceptance.world.RunningDemo;
import io.hairline.contracts.demo.DemoIds;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a browser that has seen nothing yet loads for one page, as it comes over the wire. */
@ResourceLock(value = "services", mode = ResourceAccessMode.READ)
class PageWeightsIT {

    private static final RunningDemo DEMO = RunningDemo.get();
    private static final int KILOBYTE = 1_024;

    private static @Nullable Chrome chrome;

    /** By log-in: a person whose pages are weighed is logged in once. */
    private static final Map<String, Page> KNOWN = new HashMap<>();

    @BeforeAll
    static void up() {
        chrome = Chrome.open();
    }

    @AfterAll
    static void down() {
        if (chrome != null) {
            chrome.close();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'', /, 60",
        "'', /clinics, 60",
        "'', /visit, 60",
        "client-10, /me, 60",
        "client-10, /book, 60",
        "desk-ber, /clinic/BER/day, 60",
        "desk-ber, /clinic/BER/week, 60",
        "desk-ber, /clinic/BER/tasks, 60",
        "manager-ber, /clinic/BER/team, 60",
        "manager-ber, /clinic/BER/lots, 60",
        "head-office, /dashboard, 180",
        "head-office, /office/prices, 60",
        "head-office, /dashboard?regionId=EU, 180"
    })
    void areLight(String login, String path, int kilobytes) {
        Page known = KNOWN.computeIfAbsent(login, PageWeightsIT::known);
        Page fresh = Objects.requireNonNull(chrome).withCookiesOf(known, DEMO.portal());
        List<Response> loaded = new ArrayList<>();
        fresh.onResponse(loaded::add);

        assertThat(Objects.requireNonNull(fresh.navigate(address(path))).status())
                .isEqualTo(200);
        // An open event stream of the dashboard has no end to wait for.
        fresh.waitForFunction("document.readyState === 'complete'");
        Map<String, Integer> bytes = new TreeMap<>();
        // Sizes come through the browser's own events, among which are further answers of an open stream.
        List.copyOf(loaded).stream()
                .filter(it -> !it.url().contains("/stream"))
                .forEach(it -> bytes.merge(it.url(), it.request().sizes().responseBodySize, Integer::sum));

        assertThat(bytes.values().stream().mapToInt(Integer::intValue).sum())
                .as("%s", bytes)
                .isBetween(KILOBYTE, kilobytes * KILOBYTE);
        fresh.context().close();
    }

    private static Page known(String login) {
        Page page = Objects.requireNonNull(chrome).visitor(DEMO.portal(), new ArrayList<>());
        if (!login.isEmpty()) {
            Visitor.loggedInAlone(page, login, DEMO.password());
        }
        return page;
    }

    private static String address(String path) {
        return path.replace("/BER/", "/" + DemoIds.clinic("BER").value() + "/")
                .replace("regionId=EU", "regionId=" + DemoIds.region("EU").value());
    }
}
