package io.stepwright.mcp;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import org.junit.jupiter.api.Test;

class DependencyTest {

  private final JavaClasses ours =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.stepwright.mcp");

  @Test
  void coreIsMetOnlyWhereItIsOpen() {
    classes()
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "io.stepwright.mcp..",
            "io.stepwright.background",
            "io.stepwright.config",
            "io.stepwright.runtime",
            "io.stepwright.wiring",
            "io.modelcontextprotocol..",
            "reactor.core.publisher",
            "com.fasterxml.jackson.core..",
            "org.jspecify..",
            "javax.net.ssl",
            "java..")
        .check(ours);
  }

  @Test
  void onlySessionsKnowTheSdk() {
    noClasses()
        .that()
        .resideInAPackage("io.stepwright.mcp.lock")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.modelcontextprotocol..", "reactor..")
        .check(ours);
    noClasses()
        .that()
        .resideInAPackage("io.stepwright.mcp")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("reactor..")
        .check(ours);
  }

  @Test
  void noTypeOfAnotherLibraryIsInThePublicApi() {
    methods()
        .that()
        .arePublic()
        .and()
        .areDeclaredInClassesThat()
        .arePublic()
        .should()
        .notHaveRawReturnType(FOREIGN)
        .andShould()
        .notHaveRawParameterTypes(
            new DescribedPredicate<List<JavaClass>>("of another library") {
              @Override
              public boolean test(List<JavaClass> types) {
                return types.stream().anyMatch(FOREIGN);
              }
            })
        .check(ours);
  }

  private static final DescribedPredicate<JavaClass> FOREIGN =
      new DescribedPredicate<>("of another library") {
        @Override
        public boolean test(JavaClass type) {
          String name = type.getPackageName();
          return !name.isEmpty() && !name.startsWith("java.") && !name.startsWith("io.stepwright");
        }
      };

  @Test
  void packagesHaveNoCycles() {
    slices().matching("io.stepwright.mcp.(*)..").should().beFreeOfCycles().check(ours);
  }
}
