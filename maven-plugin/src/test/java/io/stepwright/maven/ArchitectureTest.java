package io.stepwright.maven;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** Dependencies between packages point one way. */
class ArchitectureTest {

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("io.stepwright.maven");

  @Test
  void packagesHaveNoCycles() {
    slices().matching("io.stepwright.maven.(*)..").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void onlyGoalsAndTheExtensionKnowMaven() {
    noClasses()
        .that()
        .resideInAnyPackage("..classes..", "..refresh..", "..locks..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.apache.maven..")
        .check(CLASSES);
  }
}
