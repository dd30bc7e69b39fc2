package io.hairline.portal.clinic;

import io.hairline.portal.api.CallerApis;
import io.hairline.portal.brand.Appointment;
import io.hairline.portal.brand.CodeLabels;
import io.hairline.portal.language.Texts;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Whether a session may start, and what is missing. */
public record Readiness(String light, @Nullable List<Step> steps) {

    private static final Readiness UNKNOWN = new Readiness("UNKNOWN", List.of());

    /** One thing that must be there, and who sees to it. */
    public record Step(
            String code,
            String state,
            @Nullable String who,
            @Nullable String detail,
            boolean overridable,
            @Nullable LocalDate possibleFrom,
            @Nullable String reasonCode,
            @Nullable StepOverride override) {
        public String name() {
            return CodeLabels.label("step", code);
        }

        /** How far it is; of an overridden one who answers for it, and why. */
        public String stateWords() {
            return override == null ? CodeLabels.label("step.state", state) : override.words();
        }

        public boolean isOpen() {
            return !state.equals("DONE");
        }

        /** Whether a session is refused as long as it is so. */
        public boolean isMissing() {
            return state.equals("MISSING") || state.equals("BLOCKED");
        }

        public boolean isOverridden() {
            return state.equals("OVERRIDDEN");
        }

        /**
         * Whether the client can answer about health beside the chair: the questions are open, to be gone through again, or answered
         * so that nobody may be treated, which may have been by mistake.
         */
        public boolean isAskedAtChair() {
            return code.equals("QUESTIONNAIRE") && (isMissing() || state.equals("WARNING"));
        }

        /** Why, where the step has several reasons; else empty. */
        public String reasonWords() {
            return reasonCode == null ? "" : CodeLabels.label("task.reason", reasonCode);
        }

        /** Who can mend it, in words; empty where the service doesn't say, and where nobody has to. */
        public String whoWords() {
            return who == null || who.isBlank() || isOverridden() ? "" : CodeLabels.label("step.who", who);
        }

        /** The first day on which it isn't in the way, in words; empty where no day alone mends it, or it isn't in the way. */
        public String dayWords() {
            return possibleFrom == null || isOverridden()
                    ? ""
                    : Texts.text("step.possible-from", Texts.date(possibleFrom));
        }

        public String look() {
            return "step-" + CodeLabels.dashed(state);
        }
    }

    /**
     * Who answers for a step that was red.
     *
     * @param byName absent for those who don't treat
     * @param reason absent for the client
     */
    public record StepOverride(
            String role, @Nullable String byName, @Nullable String reason) {
        public String words() {
            String whose = CodeLabels.label("role", role);
            String by = byName == null ? whose : byName + " (" + whose + ")";
            return reason == null
                    ? Texts.text("step.overridden-by.alone", by)
                    : Texts.text("step.overridden-by", by, reason);
        }
    }

    /**
     * The light of an appointment.
     *
     * @param toStart for a session that starts now, instead of on the day of the appointment
     */
    public static Readiness of(CallerApis mine, String appointment, boolean toStart) {
        return mine.treatment().read(Readiness.class, "/readiness/" + appointment, Map.of("toStart", toStart));
    }

    /** Whether an appointment has a light: a client is to be treated in it. */
    static boolean isFor(Appointment it) {
        return it.isToCome() && it.clientId() != null && it.isTreatment();
    }

    /** Where nothing is known, or nothing is needed. */
    public static Readiness unknown() {
        return UNKNOWN;
    }

    public List<Step> all() {
        return Objects.requireNonNullElse(steps, List.of());
    }

    /** Whether a session would be refused now. */
    public boolean isRed() {
        return light.equals("RED");
    }

    /** The names of the steps that keep it red. */
    public String missing() {
        return all().stream().filter(Step::isMissing).map(Step::name).collect(Collectors.joining(", "));
    }

    public String look() {
        return "light-" + CodeLabels.dashed(light);
    }

    public String words() {
        return light.equals("UNKNOWN") ? "" : Texts.textOr("light." + light, light);
    }
}
