package io.hairline.booking.diary;

import io.hairline.contracts.ChairId;
import io.hairline.contracts.ClientId;
import io.hairline.contracts.DeviceId;
import io.hairline.contracts.Id;
import io.hairline.contracts.PractitionerId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an appointment takes from the grid: the chair, and the exclusive device if it needs one, for preparation, time and
 * cleaning; the practitioner for the time and what the service adds; the client for the treatment alone.
 *
 * @param startsAt start of the client's time
 * @param endsAt its end
 * @param chairFrom start of the preparation
 * @param chairUntil end of the cleaning
 * @param deviceId absent if it needs none
 */
public record Occupancy(
        ChairId chairId,
        PractitionerId practitionerId,
        @Nullable ClientId clientId,
        Instant startsAt,
        Instant endsAt,
        Instant chairFrom,
        Instant chairUntil,
        Instant practitionerUntil,
        @Nullable DeviceId deviceId) {

    /** Of a service that needs no device. */
    public static Occupancy by(
            ServiceNeed need, ChairId chair, PractitionerId practitioner, @Nullable ClientId client, Instant startsAt) {
        return by(need, chair, null, practitioner, client, startsAt);
    }

    /** The place that an appointment with these needs takes from a start on. */
    public static Occupancy by(
            ServiceNeed need,
            ChairId chair,
            @Nullable DeviceId device,
            PractitionerId practitioner,
            @Nullable ClientId client,
            Instant startsAt) {
        Instant endsAt = startsAt.plus(minutes(need.minutes()));
        return new Occupancy(
                chair,
                practitioner,
                client,
                startsAt,
                endsAt,
                startsAt.minus(minutes(need.preparation())),
                endsAt.plus(minutes(need.cleaning())),
                endsAt.plus(minutes(need.practitionerExtra())),
                device);
    }

    /** The same, with the client's time taken as well. */
    public Occupancy with(ClientId client) {
        return new Occupancy(
                chairId, practitionerId, client, startsAt, endsAt, chairFrom, chairUntil, practitionerUntil, deviceId);
    }

    /** The same, ending later for the client, the chair, the device and the practitioner. */
    public Occupancy longerBy(Duration more) {
        return new Occupancy(
                chairId,
                practitionerId,
                clientId,
                startsAt,
                endsAt.plus(more),
                chairFrom,
                chairUntil.plus(more),
                practitionerUntil.plus(more),
                deviceId);
    }

    private static Duration minutes(int minutes) {
        return Duration.ofMinutes(minutes);
    }

    /** One key per cell and resource; no two active appointments share one, in the whole brand. */
    public List<String> claims() {
        List<String> claims = new ArrayList<>();
        claim(claims, 'c', chairId.value(), chairFrom, chairUntil);
        if (deviceId != null) {
            claim(claims, 'd', deviceId.value(), chairFrom, chairUntil);
        }
        claim(claims, 'p', practitionerId.value(), startsAt, practitionerUntil);
        if (clientId != null) {
            claim(claims, CLIENT, clientId.value(), startsAt, endsAt);
        }
        return List.copyOf(claims);
    }

    private static final char CLIENT = 'x';

    private static void claim(List<String> claims, char kind, String id, Instant from, Instant until) {
        String resource = kind + Id.ulidOf(id);
        for (long cell = Cells.of(from); cell < Cells.of(until); cell++) {
            claims.add(resource + Long.toString(cell, Character.MAX_RADIX));
        }
    }

    /** Whether a claim is a client's and not a chair's, a device's or a practitioner's. */
    public static boolean isClients(String claim) {
        return claim.charAt(0) == CLIENT;
    }
}
