package io.hairline.kit.testing;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.GeneralCodingRules;
import io.hairline.kit.Indexes;
import io.hairline.kit.web.Versioned;
import io.swagger.v3.oas.annotations.responses.ApiResponses;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.repository.Repository;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * What every service's code looks like. A service holds itself to it with
 * {@code @ArchTest static final ArchTests HOUSE_STYLE = ArchTests.in(HouseStyle.class)}.
 */
public final class HouseStyle {

    private static final int MOST_TYPES = 12;

    private HouseStyle() {}

    @ArchTest
    static final ArchRule TAKES_TIME_FROM_THE_CLOCK = noClasses()
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .callMethod(ZonedDateTime.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(Clock.class, "systemUTC")
            .orShould()
            .callMethod(Clock.class, "systemDefaultZone")
            .because("business time can be moved: take an Instant as an argument, or inject java.time.Clock");

    @ArchTest
    static final ArchRule TAKES_DEPENDENCIES_IN_CONSTRUCTORS = fields().should()
            .notBeAnnotatedWith(Autowired.class)
            .andShould()
            .notBeAnnotatedWith(Value.class)
            .because("what a class needs stands in its constructor; use a constructor parameter instead");

    @ArchTest
    static final ArchRule KEEPS_CONTROLLERS_TO_THEIR_FEATURE = classes()
            .that()
            .areAnnotatedWith(RestController.class)
            .should()
            .bePackagePrivate()
            .because("nothing calls a controller but HTTP; drop the word public");

    /** Repositories as services have them: Spring Data's interfaces, and classes over MongoTemplate with their indexes. */
    @ArchTest
    static final ArchRule KEEPS_REPOSITORIES_TO_THEIR_FEATURE = classes()
            .that()
            .areAssignableTo(Repository.class)
            .or()
            .areAssignableTo(Indexes.class)
            .or()
            .areAnnotatedWith(org.springframework.stereotype.Repository.class)
            .should(beMadeInTheirFeatureOnly())
            .because("a sibling asks the feature, not its collection; offer a method that reads instead");

    @ArchTest
    static final ArchRule KEEPS_THE_DATABASE_BEHIND_REPOSITORIES = noClasses()
            .that()
            .areAnnotatedWith(RestController.class)
            .should()
            .dependOnClassesThat()
            .areAssignableTo(MongoOperations.class)
            .because("a controller asks a use case or a repository, which has the index for what it is asked");

    @ArchTest
    static final ArchRule DOCUMENTS_THAT_IT_CREATES = methods()
            .that()
            .areDeclaredInClassesThat()
            .areAnnotatedWith(RestController.class)
            .and(callVersionedCreated())
            .should()
            .beAnnotatedWith(ResponseStatus.class)
            .orShould()
            .beAnnotatedWith(ApiResponses.class)
            .allowEmptyShould(true)
            .because("the OpenAPI document says 200 otherwise; add @ResponseStatus(HttpStatus.CREATED)");

    private static DescribedPredicate<JavaMethod> callVersionedCreated() {
        return DescribedPredicate.describe(
                "call Versioned.created",
                method -> method.getMethodCallsFromSelf().stream()
                        .anyMatch(it -> it.getTargetOwner().isEquivalentTo(Versioned.class)
                                && it.getName().equals("created")));
    }

    private static ArchCondition<JavaClass> beMadeInTheirFeatureOnly() {
        return new ArchCondition<>("be no public interface and have no public constructor") {
            @Override
            public void check(JavaClass it, ConditionEvents events) {
                boolean open = it.isInterface()
                        ? it.getModifiers().contains(JavaModifier.PUBLIC)
                        : it.getConstructors().stream()
                                .anyMatch(made -> made.getModifiers().contains(JavaModifier.PUBLIC));
                events.add(new SimpleConditionEvent(it, !open, it.getName() + " can be made by anybody"));
            }
        };
    }

    @ArchTest
    static final ArchRule KEEPS_DOCUMENTS_NAMED = classes()
            .that()
            .areAnnotatedWith(Document.class)
            .should()
            .beAnnotatedWith(org.springframework.data.annotation.TypeAlias.class)
            .because("else the name of a Java class lands in every document; add @TypeAlias")
            .allowEmptyShould(true);

    /** Sealed interfaces keep their records in one package, so their packages may have more. */
    @ArchTest
    static final ArchRule KEEPS_PACKAGES_SMALL = classes()
            .that()
            .areTopLevelClasses()
            .and(resideInNoPackageOfASealedInterface())
            .should(beOneOfTwelveAtMost())
            .because("a newcomer reads a package at one sitting; split it by sub-feature, not by layer");

    private static DescribedPredicate<JavaClass> resideInNoPackageOfASealedInterface() {
        return DescribedPredicate.describe(
                "reside in no package of a public sealed interface",
                it -> it.getPackage().getClasses().stream()
                        .noneMatch(other -> other.isInterface()
                                && other.isTopLevelClass()
                                && other.getModifiers().contains(JavaModifier.PUBLIC)
                                && other.reflect().isSealed()));
    }

    private static ArchCondition<JavaClass> beOneOfTwelveAtMost() {
        return new ArchCondition<>("be one of twelve types of their package at most") {
            @Override
            public void check(JavaClass it, ConditionEvents events) {
                long types = it.getPackage().getClasses().stream()
                        .filter(other -> other.isTopLevelClass() && !other.isArray())
                        .filter(other -> !other.getSimpleName().equals("package-info"))
                        .count();
                events.add(new SimpleConditionEvent(
                        it, types <= MOST_TYPES, it.getPackageName() + " has " + types + " types"));
            }
        };
    }

    @ArchTest
    static final ArchRule NAMES_THINGS_FOR_WHAT_THEY_ARE = noClasses()
            .should()
            .haveNameMatching(".*(Util|Utils|Impl|Manager|Helper|Dto|DTO|Entity)")
            .because("a name says what a thing is in the clinic: use the noun of the trade, or the activity");

    @ArchTest
    static final ArchRule WRITES_TO_THE_LOG =
            GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.because("a line is lost there; use slf4j");

    @ArchTest
    static final ArchRule SENDS_NOTHING_TO_KAFKA_BY_ITSELF = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.kafka.clients.producer..", "org.springframework.cloud.stream.function..")
            .because("an event and its state are one transaction: use EventLog.record, the relay sends it");
}
