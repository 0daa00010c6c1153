package dev.lightspeed.junit;

import dev.lightspeed.harness.report.Report;
import dev.lightspeed.harness.trace.TraceSet;
import dev.lightspeed.meter.Meter;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * Counts what a {@link PerformanceTest} asks for and hands it to the method.
 *
 * <p>It counts before the test and not when a parameter is asked for, because what is thrown there
 * is wrapped and loses its message in many a tool.
 */
final class PerformanceExtension implements BeforeEachCallback, ParameterResolver {

  private static final Namespace NAMESPACE = Namespace.create(PerformanceExtension.class);

  private static final List<Class<?>> PARAMETERS =
      List.of(Report.class, PerformanceRun.class, TraceSet.class);

  @Override
  public void beforeEach(ExtensionContext context) {
    Method method = context.getRequiredTestMethod();
    requireParameter(method);
    PerformanceTest test =
        AnnotationSupport.findAnnotation(method, PerformanceTest.class).orElseThrow();
    RunRequest request = RunRequest.of(test, context.getRequiredTestClass());
    if (!Meter.isActive()) {
      throw new ExtensionConfigurationException(AgentAdvice.of(Meter.agentJar()));
    }
    PerformanceRun run =
        context
            .getRoot()
            .getStore(NAMESPACE)
            .getOrComputeIfAbsent(request, RunRequest::run, PerformanceRun.class);
    store(context).put(PerformanceRun.class, run);
    if (!run.report().uncounted().isEmpty()) {
      context.publishReportEntry("not counted", String.join("; ", run.report().uncounted()));
    }
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return PARAMETERS.contains(parameter.getParameter().getType());
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    PerformanceRun run = store(context).get(PerformanceRun.class, PerformanceRun.class);
    Class<?> type = parameter.getParameter().getType();
    if (type == Report.class) {
      return run.report();
    }
    return type == TraceSet.class ? run.traces() : run;
  }

  private static Store store(ExtensionContext context) {
    return context.getStore(NAMESPACE);
  }

  /** A test that looks at no figure would pass whatever they are. */
  private static void requireParameter(Method method) {
    if (Arrays.stream(method.getParameterTypes()).noneMatch(PARAMETERS::contains)) {
      throw new ExtensionConfigurationException(
          "@PerformanceTest: "
              + method.getName()
              + " takes none of "
              + PARAMETERS.stream().map(Class::getSimpleName).collect(Collectors.joining(", "))
              + ", and so asserts nothing of what is counted: add a parameter");
    }
  }
}
