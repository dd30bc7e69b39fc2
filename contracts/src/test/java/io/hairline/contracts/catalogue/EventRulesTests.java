package io.hairline.contracts.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.hairline.contracts.DomainEvent;
import io.hairline.contracts.wire.Topics;
import io.hairline.contracts.wire.WireNames;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventRulesTests {

    /** A word of a component's name that means a person, or text that somebody typed. */
    private static final Pattern PERSONAL = Pattern.compile(
            "(?i).*(name|mail|phone|mobile|birth|gender|sex|address|street|city|postal|postcode|zip|contact|note|"
                    + "text|comment|remark|reason|description|message|photo|signature|document|login).*");

    /** Words of the business that only look like it: event or record, and component. */
    private static final Set<String> BUSINESS = Set.of(
            "RegionOpened.name",
            "OwnerSigned.companyName",
            "RegionRenamed.name",
            "OwnerRenamed.companyName",
            "ClinicOpened.name",
            "ClinicOpened.address",
            "ClinicOpened.phone",
            "ClinicDetailsChanged.name",
            "ClinicDetailsChanged.address",
            "ClinicDetailsChanged.phone",
            "ChairInstalled.name",
            "ChairRenamed.name",
            "DeviceInstalled.name",
            "DeviceRenamed.name",
            "PractitionerJoined.displayName",
            "PractitionerRenamed.displayName",
            "PersonEnrolled.login",
            "ClientRegistered.contactVersion",
            "ClientContactChanged.contactVersion",
            "ClientContactChanged.emailChanged",
            "EmailConfirmationRequested.contactVersion",
            "ClientEmailConfirmed.contactVersion",
            "EmailConfirmed.contactVersion");

    static Stream<Class<? extends DomainEvent>> events() {
        return Events.all().stream();
    }

    @Test
    void findsTheEventsOfEveryService() {
        assertThat(Events.families().stream().map(Events::serviceOf))
                .contains("booking", "headoffice", "notification", "treatment");
    }

    @ParameterizedTest
    @MethodSource("events")
    void isNamedOnTheWireForItsServiceAndItsClass(Class<? extends DomainEvent> event) {
        assertThat(event.isRecord()).isTrue();
        assertThat(WireNames.nameOf(event))
                .matches(Pattern.quote(Events.serviceOf(event) + "."
                                + event.getSimpleName().replaceFirst("V\\d+$", "") + ".")
                        + "v[1-9]\\d*");
    }

    @Test
    void sharesItsWireNameWithNoOther() {
        assertThat(Events.all().stream().map(WireNames::nameOf)).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("events")
    void travelsOnATopicOfItsService(Class<? extends DomainEvent> event) {
        assertThat(Topics.all("").stream().map(Topics.Topic::name)).contains(Events.serviceOf(event) + ".events");
    }

    @ParameterizedTest
    @MethodSource("events")
    void carriesNothingPersonalAndNoFreeText(Class<? extends DomainEvent> event) {
        assertThat(components(event))
                .filteredOn(it ->
                        PERSONAL.matcher(it.substring(it.indexOf('.') + 1)).matches())
                .filteredOn(it -> !it.endsWith(".reasonCode") && !it.endsWith("Id"))
                .isSubsetOf(BUSINESS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"givenName", "email", "phoneNumber", "dateOfBirth", "homeAddress", "notes", "reason"})
    void knowsThePersonalByItsName(String component) {
        assertThat(component).matches(PERSONAL);
    }

    private static Stream<String> components(Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .flatMap(it -> Stream.concat(
                        Stream.of(type.getSimpleName() + "." + it.getName()),
                        recordsIn(it).flatMap(EventRulesTests::components)));
    }

    private static Stream<Class<?>> recordsIn(RecordComponent component) {
        Stream<Type> types = component.getGenericType() instanceof ParameterizedType many
                ? Arrays.stream(many.getActualTypeArguments())
                : Stream.of(component.getGenericType());
        return types.<Class<?>>mapMulti((it, found) -> {
            if (it instanceof Class<?> inner && inner.isRecord()) {
                found.accept(inner);
            }
        });
    }
}
