package io.hairline.booking.note;

import io.hairline.kit.web.Page;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The reason codes of each move. They go into events and figures, so the lists are closed; words go beside them. */
public final class ReasonCodes {

    public static final String RESCHEDULE =
            "CLIENT_REQUEST|ILLNESS|LATE_ARRIVAL|NOT_HEALED|CLINIC_REQUEST|CLINIC_CLOSED|PRACTITIONER_AWAY"
                    + "|EQUIPMENT_FAULT|MISTAKE|GOODWILL|OTHER";
    public static final String CANCEL =
            "CLIENT_REQUEST|ILLNESS|MEDICAL|CLINIC_REQUEST|CLINIC_CLOSED|PRACTITIONER_AWAY|EQUIPMENT_FAULT"
                    + "|MISTAKE|GOODWILL|OTHER";
    public static final String CHECK_IN = "ARRIVED|CLIENT_ARRIVED|LATE_ARRIVAL|CLIENT_REQUEST|OTHER";
    public static final String NO_SHOW = "DID_NOT_COME|CLIENT_ABSENT|LEFT_BEFORE_START|NOT_CHECKED_IN";
    public static final String PLAN_OVERRIDE = "CLIENT_REQUEST|CLINIC_REQUEST|ILLNESS|LATE_ARRIVAL|GOODWILL|OTHER";
    public static final String FEE_WAIVER = "ILLNESS|MISTAKE|GOODWILL|OTHER";
    public static final String HEALING_GAP = "CLIENT_REQUEST|PRACTITIONER_DECISION|HEALED_EARLY|OTHER";
    public static final String CLIENT_CORRECTION = "TYPING_ERROR|DOCUMENT_SEEN|CLIENT_REQUEST|OTHER";

    public static final String REFUND = "CLIENT_REQUEST|GOODWILL|MISTAKE|DUPLICATE|SERVICE_NOT_GIVEN|OTHER";
    public static final String PAYMENT_REASSIGNMENT = "MISTAKE|TYPING_ERROR|CLIENT_REQUEST|OTHER";
    public static final String ENQUIRY_CLOSING = "ANSWERED|NOT_INTERESTED|NOT_REACHED|SPAM";

    /** For {@code @Pattern}, which puts the codes in. */
    public static final String MESSAGE = "must be one of {regexp}; GET /api/v1/reason-codes lists them";

    private ReasonCodes() {}

    /** The codes of one move. */
    public record Codes(String move, List<String> codes) {

        static Codes of(String move, String pattern) {
            return new Codes(move, List.of(pattern.split("\\|", -1)));
        }
    }

    @RestController
    @RequestMapping("/api/v1/reason-codes")
    static class ReasonCodeController {

        /** Every move that asks for a reason, with the codes it takes. */
        @GetMapping
        Page<Codes> list() {
            return Page.whole(List.of(
                    Codes.of("RESCHEDULE", RESCHEDULE),
                    Codes.of("CANCEL", CANCEL),
                    Codes.of("CHECK_IN", CHECK_IN),
                    Codes.of("NO_SHOW", NO_SHOW),
                    Codes.of("FEE_WAIVER", FEE_WAIVER),
                    Codes.of("PLAN_OVERRIDE", PLAN_OVERRIDE),
                    Codes.of("HEALING_GAP", HEALING_GAP),
                    Codes.of("CLIENT_CORRECTION", CLIENT_CORRECTION),
                    Codes.of("REFUND", REFUND),
                    Codes.of("PAYMENT_REASSIGNMENT", PAYMENT_REASSIGNMENT),
                    Codes.of("ENQUIRY_CLOSING", ENQUIRY_CLOSING)));
        }
    }
}
