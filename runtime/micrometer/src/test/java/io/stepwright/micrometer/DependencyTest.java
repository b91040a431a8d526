package io.stepwright.micrometer;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class DependencyTest {

  private final JavaClasses ours =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.stepwright.micrometer");

  @Test
  void coreIsMetOnlyThroughItsSpi() {
    classes()
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "io.stepwright.micrometer",
            "io.stepwright.spi",
            "io.micrometer.core.instrument..",
            "com.google.auto.service..",
            "org.jspecify..",
            "java..")
        .check(ours);
  }
}
