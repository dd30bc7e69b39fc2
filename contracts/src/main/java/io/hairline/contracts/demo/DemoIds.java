package io.hairline.contracts.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.hairline.contracts.AppointmentId;
import io.hairline.contracts.ChairId;
import io.hairline.contracts.ClientId;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.DeviceId;
import io.hairline.contracts.LicenceId;
import io.hairline.contracts.LotId;
import io.hairline.contracts.OwnerId;
import io.hairline.contracts.PersonId;
import io.hairline.contracts.PolicyId;
import io.hairline.contracts.PractitionerId;
import io.hairline.contracts.RegionId;
import io.hairline.contracts.ServiceId;
import io.hairline.contracts.TrainingId;
import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.stream.IntStream;

/** Ids of the demo franchise: a fixed day and the hash of a name, so that each service's seed computes the same. */
public final class DemoIds {

    public static final List<String> REGIONS = List.of("EU", "UKI", "US");
    public static final List<String> CLINICS = List.of("BER", "HAM", "VIE", "LON", "MAN", "DUB", "NYC", "LAX");
    /** They are numbered from 1, like everything that is numbered here. */
    public static final int PRACTITIONERS = 20;

    public static final int CLIENTS = 240;

    private static final int DAYS_OF_HISTORY = 730;
    private static final int DAYS_OF_A_YEAR = 365;
    private static final int BUSIEST_DAYS_AGO = 45;
    /** In so many days the number of new clients grows e-fold. */
    private static final double GROWTH_DAYS = 90;
    /** Of the days before the brand grew, compared with today. */
    private static final double VISITORS_BEFORE_GROWTH = 0.4;

    private static final int FIRST_CLIENT_DAYS_AGO = 830;
    private static final int DAYS_BETWEEN_FIRST_CLIENTS = 5;

    /** The licence ends 40 days after the seed. */
    public static final int PRACTITIONER_WHOSE_LICENCE_ENDS_SOON = 5;
    /** The licence had ended before the seed. */
    public static final int PRACTITIONER_WHOSE_LICENCE_HAS_ENDED = 14;

    /** The training about blood-borne pathogens ends 40 days after the seed; nobody of the demo's past is treated there. */
    public static final int PRACTITIONER_WHOSE_TRAINING_ENDS_SOON = 20;

    private static final List<String> WITH_THREE_CHAIRS = List.of("BER", "LON", "NYC");
    /** 2026-01-01T00:00:00Z in milliseconds. */
    private static final BigInteger DAY = BigInteger.valueOf(1_767_225_600_000L);

    private static final int RANDOM_BITS = 80;
    private static final int CHARACTERS = 26;
    private static final String BASE_32 = "0123456789abcdefghjkmnpqrstvwxyz";

    private DemoIds() {}

    public static RegionId region(String code) {
        return new RegionId(id(RegionId.PREFIX, code));
    }

    public static OwnerId owner(String code) {
        return new OwnerId(id(OwnerId.PREFIX, code));
    }

    public static ClinicId clinic(String code) {
        return new ClinicId(id(ClinicId.PREFIX, code));
    }

    /** How many chairs stand in a clinic. */
    public static int chairs(String clinicCode) {
        return WITH_THREE_CHAIRS.contains(clinicCode) ? 3 : 2;
    }

    public static ChairId chair(String clinicCode, int number) {
        return new ChairId(id(ChairId.PREFIX, clinicCode + number));
    }

    /** The dermatoscope of a clinic, which scar treatments need. */
    public static DeviceId dermatoscope(String clinicCode) {
        return new DeviceId(id(DeviceId.PREFIX, clinicCode + "dermatoscope"));
    }

    public static PractitionerId practitioner(int number) {
        return new PractitionerId(id(PractitionerId.PREFIX, number));
    }

    public static LicenceId licence(int practitioner, String jurisdiction) {
        return new LicenceId(id(LicenceId.PREFIX, practitioner + jurisdiction));
    }

    public static TrainingId training(int practitioner, String jurisdiction) {
        return new TrainingId(id(TrainingId.PREFIX, practitioner + jurisdiction));
    }

    public static ServiceId service(String code) {
        return new ServiceId(id(ServiceId.PREFIX, code));
    }

    public static PolicyId policy() {
        return new PolicyId(id(PolicyId.PREFIX, "brand"));
    }

    /** A member of the staff, by login, such as {@code manager-ber}. */
    public static PersonId person(String login) {
        return new PersonId(id(PersonId.PREFIX, login));
    }

    public static ClientId client(int number) {
        return new ClientId(id(ClientId.PREFIX, number));
    }

    public static AppointmentId appointment(int number) {
        return new AppointmentId(id(AppointmentId.PREFIX, number));
    }

    /**
     * How long ago the client first came to a clinic: the first client more than two years ago, the last one today. More come
     * from month to month, and in the busiest months of a year several times as many as in the quietest.
     */
    public static long daysSinceFirstVisit(int client) {
        if (client <= DemoPast.FIRST_CLIENTS) {
            return FIRST_CLIENT_DAYS_AGO - (long) DAYS_BETWEEN_FIRST_CLIENTS * client;
        }
        double before = IntStream.rangeClosed(0, DAYS_OF_HISTORY)
                        .mapToDouble(DemoIds::visitors)
                        .sum()
                * (client - DemoPast.FIRST_CLIENTS)
                / (CLIENTS - DemoPast.FIRST_CLIENTS);
        int days = DAYS_OF_HISTORY;
        double come = visitors(days);
        while (come < before && days > 0) {
            days--;
            come += visitors(days);
        }
        return days;
    }

    /** How many new clients a day has, compared with other days. */
    private static double visitors(int daysAgo) {
        double growth = VISITORS_BEFORE_GROWTH + Math.exp(-daysAgo / GROWTH_DAYS);
        double season = 1 + 0.8 * Math.cos(2 * Math.PI * (daysAgo - BUSIEST_DAYS_AGO) / DAYS_OF_A_YEAR);
        return growth * season;
    }

    /** The clinic where the client was registered. */
    public static String homeClinic(int client) {
        return CLINICS.get(client % CLINICS.size());
    }

    /** Pigment or needles of a clinic, by number. */
    public static LotId lot(String clinicCode, int number) {
        return new LotId(id(LotId.PREFIX, clinicCode + number));
    }

    private static String id(String prefix, Object name) {
        BigInteger random = new BigInteger(1, hash(prefix + "/" + name)).mod(BigInteger.TWO.pow(RANDOM_BITS));
        return prefix + "_" + base32(DAY.shiftLeft(RANDOM_BITS).or(random));
    }

    private static byte[] hash(String name) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(name.getBytes(UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String base32(BigInteger ulid) {
        StringBuilder text = new StringBuilder();
        for (int i = CHARACTERS - 1; i >= 0; i--) {
            text.append(BASE_32.charAt(ulid.shiftRight(5 * i).intValue() & 31));
        }
        return text.toString();
    }
}
