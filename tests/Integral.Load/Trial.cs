namespace Integral.Load;

/// <summary>How a scenario is to be measured.</summary>
internal sealed record Trial(bool OnPostgreSql, TimeSpan Warmup, TimeSpan Measured, int Runs, FileInfo? Register, int Tenants, int Moments, int Seed, int Filled)
{
    public string Engine => OnPostgreSql ? "PostgreSQL" : "SQLite";
}

/// <summary>A row of the table of figures.</summary>
internal interface IScenario
{
    string Name { get; }
    string Measures { get; }

    Task RunAsync(Trial trial, Report report);
}
