package io.stepwright.cache.guard.word;

import java.util.Set;

/** Function words, which name nothing. */
public final class FunctionWords {

  private static final Set<String> ARTICLES =
      Lists.set("a an the this that these those some any each every");

  private static final Set<String> PRONOUNS =
      Lists.set(
          """
          i me my mine myself you your yours yourself he him his she her hers it its we us our ours
          they them their theirs one
          """);

  private static final Set<String> OTHERS =
      Lists.set(
          """
          am is are was were be been being do does did done have has had having can could will would
          shall should may might must ought and or but nor so if then than as at by for from in into of
          off on onto out over to up via with within without about above across after against along
          among around before behind below between beyond during except inside near outside per since
          through throughout till toward towards under until upon versus vs what which who whom whose
          when where why how there here not no yes please just also too very really still already ever
          get gets got getting let okay ok hi hello hey dear thanks thank sorry
          """);

  private FunctionWords() {}

  public static boolean isArticle(String word) {
    return ARTICLES.contains(word);
  }

  public static boolean isPronoun(String word) {
    return PRONOUNS.contains(word);
  }

  public static boolean contains(String word) {
    return OTHERS.contains(word) || isArticle(word) || isPronoun(word);
  }
}
