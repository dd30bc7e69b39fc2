/**
 * The grid of quarter hours: who works when, what is taken, which keys an appointment claims.
 * The engine that lists slots is the one that checks them when they are booked.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = "referencedata")
@NullMarked
package io.hairline.booking.diary;

import org.jspecify.annotations.NullMarked;
