package io.hairline.kit;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;

@AnalyzeClasses(packages = "io.hairline.kit", importOptions = ImportOption.DoNotIncludeTests.class)
class KitStructureTests {

    @ArchTest
    static final ArchRule HAS_NO_CYCLES = SlicesRuleDefinition.slices()
            .matching("io.hairline.kit.(*)..")
            .should()
            .beFreeOfCycles();

    @ArchTest
    static final ArchRule POINTS_ONE_WAY = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("root")
            .definedBy("io.hairline.kit")
            .layer("events")
            .definedBy("..kit.events..")
            .layer("relay")
            .definedBy("..kit.relay..")
            .layer("consumer")
            .definedBy("..kit.consumer..")
            .layer("work")
            .definedBy("..kit.work..")
            .layer("web")
            .definedBy("..kit.web..")
            .layer("input")
            .definedBy("..kit.input..")
            .layer("security")
            .definedBy("..kit.security..")
            .layer("time")
            .definedBy("..kit.time..")
            .layer("autoconfigure")
            .definedBy("..kit.autoconfigure..")
            .whereLayer("autoconfigure")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("relay")
            .mayOnlyBeAccessedByLayers("autoconfigure")
            .whereLayer("work")
            .mayOnlyBeAccessedByLayers("autoconfigure")
            .whereLayer("time")
            .mayOnlyBeAccessedByLayers("autoconfigure")
            .whereLayer("security")
            .mayOnlyBeAccessedByLayers("time", "autoconfigure")
            .whereLayer("web")
            .mayOnlyBeAccessedByLayers("security", "time", "autoconfigure")
            .whereLayer("consumer")
            .mayOnlyBeAccessedByLayers("security", "time", "autoconfigure")
            .whereLayer("input")
            .mayOnlyBeAccessedByLayers("web", "autoconfigure")
            .whereLayer("root")
            .mayOnlyBeAccessedByLayers(
                    "events", "relay", "consumer", "work", "web", "input", "security", "time", "autoconfigure");

    @ArchTest
    static final ArchRule KNOWS_NO_TRADE = noClasses()
            .should()
            .haveNameMatching(
                    "(?i).*\\.\\w*(clinic|session|appointment|client|treatment|practitioner|chair|pigment|booking)\\w*")
            .because("what one trade needs belongs to the service that knows it")
            .allowEmptyShould(true);
}
