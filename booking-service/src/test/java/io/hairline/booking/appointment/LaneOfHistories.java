package io.hairline.booking.appointment;

import io.hairline.booking.TestClinic;
import io.hairline.booking.allocation.Alternatives;
import io.hairline.booking.allocation.SlotAllocation;
import io.hairline.booking.allocation.SlotRequest;
import io.hairline.booking.appointment.Step.Book;
import io.hairline.booking.appointment.Step.Cancel;
import io.hairline.booking.appointment.Step.Confirm;
import io.hairline.booking.appointment.Step.Expire;
import io.hairline.booking.appointment.Step.GiveBack;
import io.hairline.booking.appointment.Step.Hold;
import io.hairline.booking.appointment.Step.Look;
import io.hairline.booking.appointment.Step.Move;
import io.hairline.booking.appointment.Step.Outcome;
import io.hairline.booking.appointment.Step.Outcome.Done;
import io.hairline.booking.appointment.Step.Outcome.Found;
import io.hairline.booking.appointment.Step.Outcome.Placed;
import io.hairline.booking.appointment.Step.Outcome.Refused;
import io.hairline.booking.appointment.Step.Place;
import io.hairline.booking.appointment.Step.Recorded;
import io.hairline.booking.appointment.Step.Seen;
import io.hairline.booking.appointment.Step.Treatment;
import io.hairline.booking.appointment.Step.Wait;
import io.hairline.booking.availability.SlotSearch;
import io.hairline.booking.diary.Diary;
import io.hairline.contracts.AppointmentId;
import io.hairline.contracts.ClientId;
import io.hairline.contracts.booking.AppointmentSlot;
import io.hairline.contracts.headoffice.Role;
import io.hairline.kit.Ids;
import io.hairline.kit.Refusal;
import io.hairline.kit.security.Assignment;
import io.hairline.kit.security.Caller;
import io.hairline.kit.work.DueItem;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

/**
 * Histories one after the other, each with several callers at once in a part of a day that is its own. The use cases, the
 * database and its transactions are the running service's; the clock is the lane's.
 */
final class LaneOfHistories implements AutoCloseable {

    static final int PRACTITIONERS = 3;
    static final int CHAIRS = 2;
    private static final int CLIENTS = 3;
    private static final List<Treatment> TREATMENTS = List.of(Treatment.values());
    private static final int CALLERS = 3;
    private static final int STEPS_EACH = 3;

    private static final int CELLS = 16;
    private static final int HISTORIES_A_DAY = 96 / CELLS;
    private static final int FIRST_CELL = 2;
    private static final int CELLS_TO_START_IN = 5;
    private static final Duration AHEAD = Duration.ofDays(10);
    /** The service's own due work must not think that a lane's holds have lapsed. */
    private static final int DAYS_AHEAD_OF_THE_SERVICE = 60;

    private static final Duration LONGER_THAN_A_HOLD = Duration.ofMinutes(11);

    private final TestClinic clinic;
    private final LocalDate first;
    private final MovedClock clock;
    private final MongoTemplate mongo;
    private final List<AnnotationConfigApplicationContext> instances;
    private final List<ClientId> clients;
    private final Caller desk;
    private final ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor();
    private final Queue<String> workLeft = new ConcurrentLinkedQueue<>();

    LaneOfHistories(ApplicationContext service, TestClinic clinic, int instances) {
        this.clinic = clinic;
        this.first = clinic.day().plusDays(DAYS_AHEAD_OF_THE_SERVICE);
        this.clock = new MovedClock(clinic.at(first, 0, 0).minus(AHEAD));
        this.mongo = service.getBean(MongoTemplate.class);
        this.instances =
                Stream.generate(() -> instance(service)).limit(instances).toList();
        this.clients = Stream.generate(() -> new ClientId(Ids.next(ClientId.PREFIX)))
                .limit(CLIENTS)
                .toList();
        this.desk = new Caller(
                clinic.desk(),
                List.of(new Assignment(Role.FRONT_DESK, null, clinic.id(), null)),
                _ -> Optional.empty());
    }

    private AnnotationConfigApplicationContext instance(ApplicationContext service) {
        AnnotationConfigApplicationContext instance = new AnnotationConfigApplicationContext();
        instance.setParent(service);
        instance.registerBean(Clock.class, () -> clock, it -> it.setPrimary(true));
        for (Class<?> type : List.of(
                Diary.class,
                SlotSearch.class,
                Alternatives.class,
                SlotAllocation.class,
                DiaryWriter.class,
                AppointmentScheduling.class)) {
            instance.registerBean(type, (BeanDefinition it) -> it.setPrimary(true));
        }
        instance.refresh();
        return instance;
    }

    /** Business time of a lane: runs like the machine's, and can be moved ahead at one stroke. */
    private static final class MovedClock extends Clock {

        private final Clock system = Clock.tickMillis(ZoneOffset.UTC);
        private final AtomicLong aheadMillis;

        MovedClock(Instant from) {
            aheadMillis =
                    new AtomicLong(Duration.between(system.instant(), from).toMillis());
        }

        void pass(Duration time) {
            aheadMillis.addAndGet(time.toMillis());
        }

        @Override
        public Instant instant() {
            return system.instant().plusMillis(aheadMillis.get());
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }
    }

    /** Runs the history with this number; the same seed gives the callers the same wishes. */
    List<Recorded> run(int number, long seed) throws Exception {
        LocalDate day = first.plusDays(number / HISTORIES_A_DAY);
        Instant start = clinic.at(day, 0, 0).plusSeconds(900L * CELLS * (number % HISTORIES_A_DAY));
        if (clock.instant().isBefore(start.minus(AHEAD))) {
            clock.pass(Duration.between(clock.instant(), start.minus(AHEAD)));
        }
        History history = new History(start);
        Random random = new Random(seed);
        history.record(0, new Hold(anyPlace(random), null));
        history.record(0, new Book(anyPlace(random), random.nextInt(CLIENTS)));
        CyclicBarrier together = new CyclicBarrier(CALLERS);
        List<Future<?>> running = new ArrayList<>();
        for (int caller = 0; caller < CALLERS; caller++) {
            int instance = caller % instances.size();
            Random callersOwn = new Random(seed * 31 + caller);
            running.add(callers.submit(() -> {
                together.await();
                for (int step = 0; step < STEPS_EACH; step++) {
                    history.record(instance, history.next(callersOwn));
                }
                return null;
            }));
        }
        for (Future<?> it : running) {
            it.get();
        }
        history.record(0, new Look());
        return history.recorded;
    }

    /** So few places to start in that most wishes meet. */
    private static Place anyPlace(Random random) {
        return new Place(
                random.nextInt(PRACTITIONERS),
                TREATMENTS.get(random.nextInt(TREATMENTS.size())),
                FIRST_CELL + random.nextInt(CELLS_TO_START_IN));
    }

    /** Nothing that falls due in the lane's time is left to the service. */
    @Override
    public void close() {
        mongo.remove(Query.query(Criteria.where("subject").in(workLeft)), DueItem.class);
        callers.close();
        instances.forEach(AnnotationConfigApplicationContext::close);
    }

    private final class History {

        private final Instant start;
        private final CopyOnWriteArrayList<AppointmentId> known = new CopyOnWriteArrayList<>();
        private final List<Recorded> recorded = Collections.synchronizedList(new ArrayList<>());

        History(Instant start) {
            this.start = start;
        }

        private Step next(Random random) {
            AppointmentId id = known.get(random.nextInt(known.size()));
            Place place = anyPlace(random);
            int client = random.nextInt(CLIENTS);
            int dice = random.nextInt(20);
            if (dice < 5) {
                return new Book(place, client);
            }
            if (dice < 9) {
                return new Hold(place, random.nextBoolean() ? client : null);
            }
            if (dice < 12) {
                return new Confirm(id, client);
            }
            if (dice < 15) {
                return new Move(id, place.practitioner(), place.cell());
            }
            if (dice < 17) {
                return new Cancel(id);
            }
            return dice == 17 ? new GiveBack(id) : dice == 18 ? new Expire(id) : new Wait();
        }

        private void record(int instance, Step wanted) {
            AppointmentScheduling scheduling = instances.get(instance).getBean(AppointmentScheduling.class);
            Step step = wanted instanceof Expire(AppointmentId id)
                            && !scheduling.require(id).isLapsed(clock.instant())
                    ? new GiveBack(id)
                    : wanted;
            long from = System.nanoTime();
            Outcome outcome = outcome(scheduling, step);
            recorded.add(new Recorded(step, outcome, from, System.nanoTime()));
            if (outcome instanceof Placed(AppointmentId id, var _)) {
                known.addIfAbsent(id);
                workLeft.add(id.value());
                workLeft.add(id + "/100");
            }
        }

        private Outcome outcome(AppointmentScheduling scheduling, Step step) {
            try {
                return act(scheduling, step);
            } catch (Refusal e) {
                return new Refused(e.slug());
            }
        }

        private Outcome act(AppointmentScheduling scheduling, Step step) {
            return switch (step) {
                case Hold it ->
                    placed(scheduling.hold(wish(it.place(), it.client()), desk.subject(), UnaryOperator.identity()));
                case Book it ->
                    placed(scheduling.book(wish(it.place(), it.client()), clients.get(it.client()), desk.subject()));
                case Confirm it -> placed(scheduling.confirm(it.id(), clients.get(it.client())));
                case Move it ->
                    placed(scheduling.reschedule(
                            it.id(), _ -> {}, before -> wish(it, before), ChangeReason.of("CLIENT_REQUEST")));
                case GiveBack it -> {
                    scheduling.giveBack(it.id());
                    yield new Done();
                }
                case Cancel it -> {
                    scheduling.cancel(it.id(), "CLIENT_REQUEST");
                    yield new Done();
                }
                case Expire it -> {
                    scheduling.release(it.id(), "LAPSED");
                    yield new Done();
                }
                case Wait _ -> {
                    clock.pass(LONGER_THAN_A_HOLD);
                    yield new Done();
                }
                case Look _ -> new Found(look(scheduling));
            };
        }

        private SlotRequest wish(Place place, @Nullable Integer client) {
            return new SlotRequest(
                    clinic.id(),
                    clinic.practitioners().get(place.practitioner()),
                    null,
                    place.treatment().name(),
                    at(place.cell()),
                    client == null ? null : clients.get(client),
                    null);
        }

        private SlotRequest wish(Move move, Appointment before) {
            return new SlotRequest(
                    clinic.id(),
                    clinic.practitioners().get(move.practitioner()),
                    null,
                    before.slot().serviceCode(),
                    at(move.cell()),
                    before.clientId(),
                    before.id());
        }

        private Instant at(int cell) {
            return start.plusSeconds(900L * cell);
        }

        private static Placed placed(Appointment it) {
            return new Placed(it.id(), it.slot().chairId());
        }

        private Map<AppointmentId, Seen> look(AppointmentScheduling scheduling) {
            Map<AppointmentId, Seen> seen = new HashMap<>();
            for (AppointmentId id : known) {
                Appointment it = scheduling.require(id);
                if (it.status().isActive() && !it.isLapsed(clock.instant())) {
                    seen.put(
                            id,
                            new Seen(it.status(), place(it.slot()), it.slot().chairId(), client(it)));
                }
            }
            return seen;
        }

        private Place place(AppointmentSlot slot) {
            return new Place(
                    clinic.practitioners().indexOf(slot.practitionerId()), Treatment.valueOf(slot.serviceCode()), (int)
                            (Duration.between(start, slot.startsAt()).toMinutes() / 15));
        }

        private @Nullable Integer client(Appointment it) {
            return it.clientId() == null ? null : clients.indexOf(it.clientId());
        }
    }
}
