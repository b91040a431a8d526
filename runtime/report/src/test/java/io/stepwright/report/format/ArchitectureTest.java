package io.stepwright.report.format;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("io.stepwright.report.format");

  @Test
  void packagesHaveNoCycles() {
    slices().matching("io.stepwright.report.(format..)").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void aReportIsAllThatIsKnownOfARun() {
    ArchRuleDefinition.noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "io.stepwright.wiring..", "io.stepwright.call..", "io.stepwright.cache..")
        .check(CLASSES);
  }
}
