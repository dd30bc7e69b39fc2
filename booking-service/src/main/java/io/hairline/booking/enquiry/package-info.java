/**
 * What people ask who are no clients yet, and which of them become clients.
 * Emits EnquiryReceived, EnquiryConverted, EnquiryClosed; hears nothing.
 */
@NullMarked
package io.hairline.booking.enquiry;

import org.jspecify.annotations.NullMarked;
