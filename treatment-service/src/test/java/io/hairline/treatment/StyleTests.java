package io.hairline.treatment;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import io.hairline.kit.testing.HouseStyle;

@AnalyzeClasses(packages = "io.hairline.treatment", importOptions = ImportOption.DoNotIncludeTests.class)
class StyleTests {

    @ArchTest
    static final ArchTests HOUSE_STYLE = ArchTests.in(HouseStyle.class);
}
