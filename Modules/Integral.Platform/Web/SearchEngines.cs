using Microsoft.Extensions.Configuration;

namespace Integral.Platform.Web;

/// <summary>Whether search engines may list this installation (<c>Integral:Web:SearchEngines</c>). A demo they may not unless told otherwise: its schools don't exist.</summary>
public sealed class SearchEngines(IConfiguration configuration, Demo demo)
{
    public bool MayList { get; } = configuration.GetValue<bool?>("Integral:Web:SearchEngines") ?? !demo.IsOn;
}
