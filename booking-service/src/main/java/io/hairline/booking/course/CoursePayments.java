package io.hairline.booking.course;

import io.hairline.contracts.CourseId;
import io.hairline.contracts.Money;

/** Says what has been paid for a course; the payment capability answers. */
public interface CoursePayments {

    /** Captured without tips, less refunded, in the currency of {@code like}. */
    Money paidFor(CourseId course, Money like);
}
