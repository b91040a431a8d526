package io.stepwright.slf4j;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class DependencyTest {

  private final JavaClasses ours =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.stepwright.slf4j");

  @Test
  void coreIsMetOnlyThroughItsSpi() {
    classes()
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "io.stepwright.slf4j",
            "io.stepwright.spi",
            "org.slf4j",
            "com.google.auto.service..",
            "org.jspecify..",
            "java..")
        .check(ours);
  }
}
