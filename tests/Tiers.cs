using GuidelineBot.Tests.Storage;
using Xunit.Abstractions;
using Xunit.Sdk;

[assembly: TestFramework("GuidelineBot.Tests.Tiers", "GuidelineBot.Tests")]

namespace GuidelineBot.Tests;

/// <summary>
/// Gives every test the trait <c>Tier</c>: <c>Slow</c> where its class says so (<see cref="SlowAttribute"/>) or it runs on PostgreSQL, else
/// <c>Fast</c>. So <c>--filter Tier=Fast</c> needs no mark on most tests, and a theory over both databases is fast on SQLite.
/// </summary>
public sealed class Tiers(IMessageSink diagnostics) : XunitTestFramework(diagnostics)
{
    protected override ITestFrameworkDiscoverer CreateDiscoverer(IAssemblyInfo assemblyInfo) =>
        new Discoverer(assemblyInfo, SourceInformationProvider, DiagnosticMessageSink);

    private sealed class Discoverer(IAssemblyInfo assembly, ISourceInformationProvider source, IMessageSink diagnostics)
        : XunitTestFrameworkDiscoverer(assembly, source, diagnostics)
    {
        protected override bool FindTestsForType(
            ITestClass testClass,
            bool includeSourceInformation,
            IMessageBus messageBus,
            ITestFrameworkDiscoveryOptions discoveryOptions
        )
        {
            // One test for each row of a theory, as the rows may differ in tier.
            discoveryOptions.SetValue<bool?>("xunit.discovery.PreEnumerateTheories", true);
            return base.FindTestsForType(testClass, includeSourceInformation, new Marking(messageBus), discoveryOptions);
        }
    }

    private sealed class Marking(IMessageBus bus) : IMessageBus
    {
        public bool QueueMessage(IMessageSinkMessage message)
        {
            if (message is ITestCaseDiscoveryMessage found)
                found.TestCase.Traits["Tier"] = [IsSlow(found.TestCase) ? "Slow" : "Fast"];
            return bus.QueueMessage(message);
        }

        public void Dispose() { }

        private static bool IsSlow(ITestCase test) =>
            test.TestMethod.TestClass.Class.GetCustomAttributes(typeof(SlowAttribute)).Any()
            || test.TestMethod.Method.GetCustomAttributes(typeof(SlowAttribute)).Any()
            || test.TestMethod.Method.GetCustomAttributes(typeof(PostgresFactAttribute)).Any()
            || test.TestMethod.Method.GetCustomAttributes(typeof(PostgresTheoryAttribute)).Any()
            || test.TestMethodArguments?.Contains(Server.Postgres) == true;
    }
}

/// <summary>Starts a process, a browser or a database server, or takes many seconds for another reason.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class SlowAttribute : Attribute;
