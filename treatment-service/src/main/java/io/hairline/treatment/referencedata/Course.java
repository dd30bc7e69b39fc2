package io.hairline.treatment.referencedata;

import io.hairline.contracts.ClientId;
import io.hairline.contracts.CourseId;
import io.hairline.contracts.PlanId;
import io.hairline.contracts.booking.BookingEvent.CourseSession;
import java.util.List;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/** The appointments that were booked for a plan, in their order. */
@Document("courses")
@TypeAlias("course")
public record Course(@Id CourseId id, ClientId clientId, PlanId planId, List<CourseSession> sessions) {}
