package io.hairline.booking.appointment;

import io.hairline.booking.appointment.Step.Book;
import io.hairline.booking.appointment.Step.Cancel;
import io.hairline.booking.appointment.Step.Confirm;
import io.hairline.booking.appointment.Step.Expire;
import io.hairline.booking.appointment.Step.GiveBack;
import io.hairline.booking.appointment.Step.Hold;
import io.hairline.booking.appointment.Step.Look;
import io.hairline.booking.appointment.Step.Move;
import io.hairline.booking.appointment.Step.Outcome;
import io.hairline.booking.appointment.Step.Outcome.Found;
import io.hairline.booking.appointment.Step.Outcome.Placed;
import io.hairline.booking.appointment.Step.Outcome.Refused;
import io.hairline.booking.appointment.Step.Place;
import io.hairline.booking.appointment.Step.Seen;
import io.hairline.booking.appointment.Step.Treatment;
import io.hairline.booking.appointment.Step.Wait;
import io.hairline.contracts.AppointmentId;
import io.hairline.contracts.ChairId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A diary that does one thing after the other: what a client may be told. It knows the rules and nothing of how the
 * service keeps them.
 *
 * @param kept every appointment that ever was
 * @param now how often time has passed; a hold is in force in the round that it was made in
 */
record SequentialDiary(List<ChairId> chairs, Map<AppointmentId, Entry> kept, int now) {

    record Entry(
            Status status,
            Place place,
            ChairId chair,
            @Nullable Integer client,
            int madeIn) {
        Entry as(Status next) {
            return new Entry(next, place, chair, client, madeIn);
        }
    }

    static SequentialDiary empty(List<ChairId> chairs) {
        return new SequentialDiary(chairs, Map.of(), 0);
    }

    /** The same diary at another time: a command acts on what the clock showed at some moment of its span. */
    SequentialDiary at(int round) {
        return new SequentialDiary(chairs, kept, round);
    }

    /** The diary after a step that ended so; empty if it can't have ended so. */
    Optional<SequentialDiary> after(Step step, Outcome outcome) {
        return switch (step) {
            case Hold it -> placed(Status.HELD, it.place(), it.client(), null, outcome);
            case Book it -> placed(Status.CONFIRMED, it.place(), it.client(), null, outcome);
            case Move it -> move(it, outcome);
            case Confirm it -> confirm(it, outcome);
            case GiveBack it -> giveBack(it, outcome);
            case Cancel it -> cancel(it, outcome);
            case Expire it -> expire(it);
            case Wait _ -> Optional.of(this);
            case Look _ ->
                when(outcome instanceof Found found && found.inForce().equals(inForce()), this);
        };
    }

    private Optional<SequentialDiary> placed(
            Status status, Place place, @Nullable Integer client, @Nullable AppointmentId moving, Outcome outcome) {
        boolean busy = isBusy(client, place, moving);
        return switch (outcome) {
            case Placed it ->
                when(
                        !busy && isFree(place, it.chair(), moving),
                        withoutLapsed(it.id(), place, it.chair(), client)
                                .with(it.id(), new Entry(status, place, it.chair(), client, now)));
            case Refused it when it.why().equals("client-busy") -> when(busy, this);
            case Refused it
            when it.why().equals("slot-taken") ->
                when(chairs.stream().noneMatch(chair -> isFree(place, chair, moving)), this);
            default -> Optional.empty();
        };
    }

    private Optional<SequentialDiary> move(Move move, Outcome outcome) {
        Entry before = kept.get(move.id());
        if (before == null) {
            return Optional.empty();
        }
        Place to = new Place(move.practitioner(), before.place().treatment(), move.cell());
        return before.status() == Status.CONFIRMED
                ? placed(Status.CONFIRMED, to, before.client(), move.id(), outcome)
                : when(isRefused(outcome, "illegal-move"), this);
    }

    private Optional<SequentialDiary> confirm(Confirm confirm, Outcome outcome) {
        Entry hold = entry(confirm.id());
        if (hold.status() == Status.EXPIRED || isLapsed(hold)) {
            return when(isRefused(outcome, "hold-expired"), this);
        }
        if (hold.status() != Status.HELD) {
            return when(isRefused(outcome, "illegal-move"), this);
        }
        if (hold.client() != null && hold.client() != confirm.client()) {
            return when(isRefused(outcome, "hold-of-another"), this);
        }
        if (isBusy(confirm.client(), hold.place(), confirm.id())) {
            return when(isRefused(outcome, "client-busy"), this);
        }
        Entry confirmed = new Entry(Status.CONFIRMED, hold.place(), hold.chair(), confirm.client(), hold.madeIn());
        return when(
                outcome instanceof Placed it && it.chair().equals(hold.chair()),
                withoutLapsed(confirm.id(), hold.place(), hold.chair(), confirm.client())
                        .with(confirm.id(), confirmed));
    }

    private Optional<SequentialDiary> giveBack(GiveBack step, Outcome outcome) {
        Entry hold = entry(step.id());
        boolean possible = hold.status() == Status.HELD || hold.status() == Status.EXPIRED;
        return possible
                ? when(outcome instanceof Outcome.Done, with(step.id(), hold.as(Status.EXPIRED)))
                : when(isRefused(outcome, "illegal-move"), this);
    }

    private Optional<SequentialDiary> cancel(Cancel step, Outcome outcome) {
        Entry before = entry(step.id());
        return before.status() == Status.CONFIRMED
                ? when(outcome instanceof Outcome.Done, with(step.id(), before.as(Status.CANCELLED)))
                : when(isRefused(outcome, "illegal-move"), this);
    }

    private Optional<SequentialDiary> expire(Expire step) {
        Entry hold = entry(step.id());
        return hold.status() == Status.HELD
                ? when(isLapsed(hold), with(step.id(), hold.as(Status.EXPIRED)))
                : Optional.of(this);
    }

    private boolean isBusy(@Nullable Integer client, Place place, @Nullable AppointmentId moving) {
        return others(moving).stream().anyMatch(it -> meetsClient(it, client, place));
    }

    private boolean isFree(Place place, ChairId chair, @Nullable AppointmentId moving) {
        return others(moving).stream().noneMatch(it -> meetsPlace(it, place, chair));
    }

    private static boolean meetsClient(Entry it, @Nullable Integer client, Place place) {
        return client != null && client.equals(it.client()) && meet(times(place, 0, 0), times(it.place(), 0, 0));
    }

    private static boolean meetsPlace(Entry it, Place place, ChairId chair) {
        return (it.chair().equals(chair) && meet(inChair(place), inChair(it.place())))
                || (it.place().practitioner() == place.practitioner() && meet(atWork(place), atWork(it.place())));
    }

    /** Lapsed holds that are in the way are gone for good, also for callers that still read an earlier time. */
    private SequentialDiary withoutLapsed(AppointmentId except, Place place, ChairId chair, @Nullable Integer client) {
        Map<AppointmentId, Entry> next = new HashMap<>(kept);
        next.replaceAll((id, it) ->
                !id.equals(except) && isLapsed(it) && (meetsClient(it, client, place) || meetsPlace(it, place, chair))
                        ? it.as(Status.EXPIRED)
                        : it);
        return new SequentialDiary(chairs, Map.copyOf(next), now);
    }

    private List<Entry> others(@Nullable AppointmentId than) {
        return kept.entrySet().stream()
                .filter(it -> !it.getKey().equals(than) && isInForce(it.getValue()))
                .map(Map.Entry::getValue)
                .toList();
    }

    private boolean isInForce(Entry it) {
        return it.status().isActive() && !isLapsed(it);
    }

    private boolean isLapsed(Entry it) {
        return it.status() == Status.HELD && it.madeIn() < now;
    }

    private Map<AppointmentId, Seen> inForce() {
        Map<AppointmentId, Seen> seen = new HashMap<>();
        kept.forEach((id, it) -> {
            if (isInForce(it)) {
                seen.put(id, new Seen(it.status(), it.place(), it.chair(), it.client()));
            }
        });
        return seen;
    }

    /** An appointment that isn't known at this point of an order can't have been done anything to. */
    private Entry entry(AppointmentId id) {
        Entry entry = kept.get(id);
        if (entry == null) {
            throw new IllegalArgumentException(id + " was never made");
        }
        return entry;
    }

    private SequentialDiary with(AppointmentId id, Entry entry) {
        Map<AppointmentId, Entry> next = new HashMap<>(kept);
        next.put(id, entry);
        return new SequentialDiary(chairs, Map.copyOf(next), now);
    }

    private static Optional<SequentialDiary> when(boolean possible, SequentialDiary then) {
        return possible ? Optional.of(then) : Optional.empty();
    }

    private static boolean isRefused(Outcome outcome, String why) {
        return outcome instanceof Refused(String reason) && reason.equals(why);
    }

    private record Span(int from, int until) {}

    private static Span inChair(Place it) {
        return times(it, it.treatment().preparation, it.treatment().cleaning);
    }

    private static Span atWork(Place it) {
        return times(it, 0, it.treatment().practitionerExtra);
    }

    private static Span times(Place it, int before, int after) {
        Treatment treatment = it.treatment();
        return new Span(it.cell() - before, it.cell() + treatment.time + after);
    }

    private static boolean meet(Span one, Span other) {
        return one.from() < other.until() && other.from() < one.until();
    }
}
