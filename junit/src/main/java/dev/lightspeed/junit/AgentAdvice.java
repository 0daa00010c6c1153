package dev.lightspeed.junit;

import java.io.File;
import java.util.Locale;

/** What to add to a build, or to an IDE, that starts the JVM of the tests without the meter. */
final class AgentAdvice {

  private AgentAdvice() {}

  /**
   * The advice.
   *
   * @param jar the meter's, as found on the class path
   */
  static String of(String jar) {
    // Forward slashes are understood everywhere, and need no escape in a build script.
    String option = "-javaagent:" + jar.replace(File.separatorChar, '/');
    String quoted = option.contains(" ") ? '"' + option + '"' : option;
    return String.format(
        Locale.ROOT,
        """
        the meter is not running in this JVM, so nothing can be counted: start the JVM of the tests with it
          Maven:  the goal prepare-agent of dev.lightspeed:lightspeed-maven-plugin, and @{argLine} in front
                  of flags of your own, which hide the agent otherwise; or for maven-surefire-plugin
                  <argLine>%2$s</argLine>
          Gradle: tasks.test { jvmArgs("%1$s") }
          an IDE: as VM options of the run configuration, and of the template for new ones
                  %2$s
        docs/JUNIT.md has builds that find the jar by themselves""",
        option,
        quoted);
  }
}
