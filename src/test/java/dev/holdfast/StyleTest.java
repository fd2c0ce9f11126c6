package dev.holdfast;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A handful of rules that keep decisions apart from the world. */
@AnalyzeClasses(packages = "dev.holdfast", importOptions = ImportOption.DoNotIncludeTests.class)
class StyleTest {

    @ArchTest
    static final ArchRule nobodyAsksTheClockDirectly = noClasses()
            .that()
            .resideOutsideOfPackages("dev.holdfast.postgres..")
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .callMethod(ZonedDateTime.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis");

    @ArchTest
    static final ArchRule quantitiesArePure = noClasses()
            .that()
            .resideInAPackage("dev.holdfast.quantities..")
            .should()
            .dependOnClassesThat(resideInAPackage("org.springframework.jdbc..")
                    .or(resideInAPackage("java.sql.."))
                    .or(resideInAPackage("org.springframework.web..")));

    @ArchTest
    static final ArchRule whatIsNoBeanTouchesNoDatabaseAndNoClock = noClasses()
            .that()
            .areNotAnnotatedWith(Component.class)
            .and()
            .areNotMetaAnnotatedWith(Component.class)
            .and()
            .resideInAnyPackage("dev.holdfast.oncall", "dev.holdfast.operatingmodel", "dev.holdfast.incidents", "dev.holdfast.alerts")
            .and()
            .areTopLevelClasses()
            .and()
            .haveSimpleNameNotEndingWith("Rows")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework.jdbc..", "javax.sql..", "java.sql..")
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(Clock.class);

    /** The stream of a query keeps its connection until it is closed, which nobody does: take the list. */
    @ArchTest
    static final ArchRule noRowsAreStreamed =
            noClasses().should().callMethod(JdbcClient.MappedQuerySpec.class, "stream");
}
