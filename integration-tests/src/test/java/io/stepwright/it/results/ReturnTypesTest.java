package io.stepwright.it.results;

import static org.assertj.core.api.Assertions.assertThat;

import io.stepwright.it.support.Runtimes;
import io.stepwright.report.RunReport;
import io.stepwright.report.StepReport;
import io.stepwright.report.StepState;
import io.stepwright.runtime.AgentResult;
import io.stepwright.runtime.AgentRuntime;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ReturnTypesTest {

  private static final Shop.Order CHEAP = new Shop.Order("cheap", 100);
  private static final Shop.Order DEAR = new Shop.Order("dear", 10_000);

  private final AgentRuntime runtime = Runtimes.withoutModels();
  private final Shop shop = new WiredShop(runtime);

  @AfterEach
  void close() {
    runtime.close();
  }

  @Test
  void aValue() {
    assertThat(shop.total(CHEAP)).isEqualTo(119);
    // Only the steps that the result needs have run.
    assertThat(shop.ran()).containsExactly("total");
  }

  @Test
  void anOptionalPresentAndAbsent() {
    assertThat(shop.voucher(DEAR)).contains("5 % off");
    assertThat(shop.voucher(CHEAP)).isEmpty();
  }

  @Test
  void aFuture() throws Exception {
    assertThat(shop.totalLater(DEAR).get(30, TimeUnit.SECONDS)).isEqualTo(11_900);
  }

  @Test
  void aReport() {
    AgentResult<Optional<String>> present = shop.voucherReported(DEAR);
    assertThat(present.value()).contains("5 % off");
    assertStates(present.report(), "voucherReported", StepState.FINISHED);
    AgentResult<Optional<String>> absent = shop.voucherReported(CHEAP);
    assertThat(absent.value()).isEmpty();
    assertStates(absent.report(), "voucherReported", StepState.ABSENT);
  }

  @Test
  void aFutureOfAReportOfAnOptional() throws Exception {
    AgentResult<Optional<String>> present = shop.voucherLater(DEAR).get(30, TimeUnit.SECONDS);
    assertThat(present.value()).contains("5 % off");
    assertStates(present.report(), "voucherLater", StepState.FINISHED);
    assertThat(shop.voucherLater(CHEAP).get(30, TimeUnit.SECONDS).value()).isEmpty();
  }

  private static void assertStates(RunReport report, String entryPoint, StepState voucher) {
    assertThat(report.agent()).isEqualTo("corner shop");
    assertThat(report.entryPoint()).isEqualTo(entryPoint);
    assertThat(report.steps()).extracting(StepReport::name).containsExactly("total", "voucher");
    assertThat(report.steps())
        .extracting(StepReport::state)
        .containsExactly(StepState.FINISHED, voucher);
    assertThat(report.criticalPath()).containsExactly("total", "voucher");
  }

  @Test
  void aRecordOfSteps() {
    assertThat(shop.bill(DEAR).value())
        .isEqualTo(new Shop.Bill(11_900, Optional.of("5 % off"), Optional.of("5 % off")));
    assertThat(shop.bill(CHEAP).value())
        .isEqualTo(new Shop.Bill(119, Optional.empty(), Optional.empty()));
    // Two components from the same step do not run it twice.
    assertThat(shop.ran()).containsExactly("total", "voucher", "total", "voucher");
  }

  @Test
  void nothingButASideEffect() throws Exception {
    shop.remember(DEAR);
    assertThat(shop.noted()).containsExactly("dear 5 % off");
    shop.rememberLater(CHEAP).get(30, TimeUnit.SECONDS);
    assertThat(shop.noted()).containsExactly("dear 5 % off", "cheap nothing");
  }
}
