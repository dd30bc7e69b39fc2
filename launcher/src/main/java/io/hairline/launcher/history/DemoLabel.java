package io.hairline.launcher.history;

import java.util.Map;

/** What the labels of the demo's pigments say, as the European Union asks for. */
public final class DemoLabel {

    private DemoLabel() {}

    public static Map<String, String> of(String kind) {
        return kind.equals("PIGMENT")
                ? Map.of(
                        "USE_STATEMENT",
                        "Mixture for use in tattoos or permanent make-up",
                        "INGREDIENTS",
                        "Aqua, CI 77266, Glycerin, Isopropyl Alcohol")
                : Map.of();
    }
}
