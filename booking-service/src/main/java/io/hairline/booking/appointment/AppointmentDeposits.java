package io.hairline.booking.appointment;

import java.math.BigDecimal;

/** Says what a client has paid for an appointment beforehand; whoever keeps the payments answers. */
public interface AppointmentDeposits {

    /** In the clinic's currency, less what went back; zero if nothing. */
    BigDecimal paidFor(Appointment appointment);
}
