package io.hairline.treatment.readiness;

import java.util.List;

/** All steps for one appointment, and what they come to. */
public record Readiness(Light light, List<Step> steps) {

    public Readiness {
        steps = List.copyOf(steps);
    }

    static Readiness of(List<Step> steps) {
        return new Readiness(Light.of(steps), steps);
    }

    public boolean mayStart() {
        return light != Light.RED;
    }
}
