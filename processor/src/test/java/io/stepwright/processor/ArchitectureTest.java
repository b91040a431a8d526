package io.stepwright.processor;

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
          .importPackages("io.stepwright.processor");

  @Test
  void packagesHaveNoCycles() {
    slices().matching("io.stepwright.processor.(*)..").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void onlyDiscoveryKnowsTheCompiler() {
    noClasses()
        .that()
        .resideInAnyPackage("..diagnostics..", "..model..", "..resolution..", "..schedule..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "javax.lang.model.element..", "javax.lang.model.type..", "javax.tools..")
        .check(CLASSES);
  }

  @Test
  void onlyCodegenKnowsJavaPoet() {
    noClasses()
        .that()
        .resideOutsideOfPackage("..codegen..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("com.palantir..")
        .check(CLASSES);
  }

  @Test
  void ofTheRuntimeOnlyPlainClassesAreShared() {
    noClasses()
        .should()
        .dependOnClassesThat(
            com.tngtech.archunit.base.DescribedPredicate.describe(
                "are classes of the runtime other than those that the processor carries along",
                type ->
                    type.getPackageName().startsWith("io.stepwright")
                        && !type.getPackageName().startsWith("io.stepwright.processor")
                        && !type.getPackageName().startsWith("io.stepwright.descriptor")
                        && !type.getName().matches(".*\\.(CacheDigest|DurationText|Nearest)")))
        .check(CLASSES);
  }
}
