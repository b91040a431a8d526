package io.stepwright.cache.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScriptsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en | How do I cancel it?",
        "en | 5 + 3 = 8",
        "de | Wie kann ich meine Bestellung stornieren?",
        "de | How do I cancel it?",
        "ru | Как отменить заказ",
        "zh | 怎么取消我的订单",
        "zh-Hans | 怎么取消我的订单",
        "ja | 注文をキャンセルしたい",
        "ko | 환불을 받고 싶어요",
        "th | ฉันจะยกเลิก",
        "ar | كيف ألغي طلبي",
        "el | Πώς ακυρώνω",
        "hi | मैं ऑर्डर कैसे रद्द करूँ",
        "he | איך מבטלים הזמנה",
        "sr-Latn | Kako da otkažem",
        "sr-Cyrl | Како да откажем"
      })
  void readsItsLanguages(String language, String text) {
    assertThat(new Scripts(Set.of(language)).read(text)).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en | Wie kann ich meine Bestellung stornieren?",
        "en | Как отменить заказ",
        "en | 怎么取消我的订单",
        "en | What does привет mean?",
        "en | How do I log in to p\u0430ypal?",
        "ru | How do I cancel it?",
        "ja | 환불을 받고 싶어요",
        "sr-Cyrl | Kako da otkažem",
        "en-Zzzz | How do I cancel it?",
        "und | How do I cancel it?"
      })
  void readsNoOthers(String language, String text) {
    assertThat(new Scripts(Set.of(language)).read(text)).isFalse();
  }

  @Test
  void readsSeveral() {
    Scripts scripts = new Scripts(Set.of("en", "ru", "?"));
    assertThat(scripts.read("What does привет mean?")).isTrue();
    assertThat(scripts.read("Wie kann ich das stornieren?")).isFalse();
    assertThat(new Scripts(Set.of()).read("How do I cancel it?")).isFalse();
    assertThat(new Scripts(Set.of()).read("5 + 3")).isTrue();
  }
}
