package io.stepwright.minilm;

/**
 * Keeps DJL off the network. By default it asks the cloud's metadata address for this machine's
 * name and reports it when the engine and the tokenizer are loaded, and downloads native libraries
 * for a graphics card.
 */
final class OfflineSettings {

  private OfflineSettings() {}

  /**
   * Sets the options. Must be called before any class of DJL is loaded, which reads them then.
   * Options that the application has set are kept.
   */
  static void apply() {
    setUnlessSet("OPT_OUT_TRACKING", "OPT_OUT_TRACKING");
    setUnlessSet("ai.djl.offline", "DJL_OFFLINE");
  }

  private static void setUnlessSet(String property, String variable) {
    if (System.getenv(variable) == null && System.getProperty(property) == null) {
      System.setProperty(property, "true");
    }
  }
}
