package io.hairline.booking.enquiry;

import io.hairline.booking.demo.DemoPart;
import io.hairline.contracts.demo.DemoIds;
import java.util.List;
import org.springframework.stereotype.Component;

/** Two questions that Berlin hasn't answered yet. */
@Component
class DemoEnquiries implements DemoPart {

    private static final String ASKED = "BER";

    private static final List<Enquiry.Words> WORDS = List.of(
            new Enquiry.Words("Ruth Lang", "ruth.lang@example.org", "Do you treat scars from a hair transplant?"),
            new Enquiry.Words("Igor Blum", "+49 30 5559000", "How long does a first session take, and does it hurt?"));

    private final EnquiryHandling handling;

    DemoEnquiries(EnquiryHandling handling) {
        this.handling = handling;
    }

    @Override
    public void fill(String madeBy) {
        WORDS.forEach(it -> handling.receive(it, DemoIds.clinic(ASKED)));
    }
}
