using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Hosting;

namespace Integral.Ui;

/// <summary>Addresses of the front-end bundle that change with its content, so that browsers may keep it for a year.</summary>
internal sealed class Assets(IWebHostEnvironment environment)
{
    private readonly ConcurrentDictionary<string, string> versioned = [];

    /// <summary>From <c>app.css</c> or <c>/_content/Integral.Theme.Horizon/theme.css</c> to the address with its version.</summary>
    public string this[string file] => versioned.GetOrAdd(file.StartsWith('/') ? file : $"/_content/Integral.Ui/dist/{file}", WithVersion);

    /// <summary>The theme's own stylesheet, if it has one.</summary>
    public string? Of(Theme theme)
    {
        var path = $"/_content/Integral.Theme.{theme.Name}/theme.css";
        return environment.WebRootFileProvider.GetFileInfo(path).Exists ? this[path] : null;
    }

    private string WithVersion(string path)
    {
        var file = environment.WebRootFileProvider.GetFileInfo(path);
        if (!file.Exists) return path;
        using var content = file.CreateReadStream();
        return $"{path}?v={Convert.ToHexStringLower(SHA256.HashData(content).AsSpan(0, 6))}";
    }
}
