package io.hairline.contracts.headoffice;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The parts of a policy that a layer can set and lock, each as a whole but for the contraindications. */
public enum PolicyField {
    LEAD_TIME("leadTimeMinutes", PolicyValues::leadTimeMinutes),
    HORIZON("horizonDays", PolicyValues::horizonDays),
    HOLD("holdMinutes", PolicyValues::holdMinutes),
    OPEN_HOLDS("openHolds", PolicyValues::openHolds),
    GRACE("graceMinutes", PolicyValues::graceMinutes),
    CANCELLATION("cancellation", PolicyValues::cancellation),
    DEPOSIT("deposit", PolicyValues::deposit),
    HEALING("healing", PolicyValues::healing),
    LEAD_TIME_IN_OPEN_HOURS("leadTimeInOpenHours", PolicyValues::leadTimeInOpenHours),
    /** Rules one by one; locked, the layers below can still make each of them stricter. */
    CONTRAINDICATIONS("contraindications", PolicyValues::contraindications),
    TOUCH_UP("touchUp", PolicyValues::touchUp),
    STOCK("stock", PolicyValues::stock),
    AFTERCARE("aftercare", PolicyValues::aftercare);

    private final String fieldName;

    @SuppressWarnings("ImmutableEnumChecker") // a method reference
    private final Function<PolicyValues, @Nullable Object> value;

    PolicyField(String fieldName, Function<PolicyValues, @Nullable Object> value) {
        this.fieldName = fieldName;
        this.value = value;
    }

    /** As requests, answers and events call it. */
    public String fieldName() {
        return fieldName;
    }

    /** What a layer sets for this field; null where it leaves it to the layer above. */
    public @Nullable Object in(PolicyValues values) {
        return value.apply(values);
    }

    /** The fields that a layer sets. */
    public static List<PolicyField> setIn(PolicyValues values) {
        return Stream.of(values()).filter(it -> it.in(values) != null).toList();
    }

    /** Whether there is a field of this name. */
    public static boolean isKnown(String name) {
        return Stream.of(values()).anyMatch(it -> it.fieldName.equals(name));
    }
}
