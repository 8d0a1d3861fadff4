using System.CommandLine;
using Integral.Platform.Commands;

namespace Integral.Tests.Kit;

/// <summary>A person at the command line of the installation that the tests run.</summary>
internal sealed class Terminal(District district)
{
    /// <summary>Does a verb as the executable would: <c>RunAsync("tenants", "list", "--json")</c>.</summary>
    public async Task<Printed> RunAsync(params string[] args)
    {
        await using StringWriter output = new(), error = new();
        var code = await CommandLine.RunAsync(district.Services, args, new InvocationConfiguration { Output = output, Error = error });
        return new(code, output.ToString(), error.ToString());
    }

    /// <summary>Does a verb that must succeed.</summary>
    public async Task<string> DoAsync(params string[] args)
    {
        var printed = await RunAsync(args);
        Assert.True(printed.Code == 0, $"{string.Join(' ', args)} ended with {printed.Code}: {printed.Output}{printed.Error}");
        return printed.Output;
    }
}

/// <summary>What a verb wrote.</summary>
internal sealed record Printed(int Code, string Output, string Error);
