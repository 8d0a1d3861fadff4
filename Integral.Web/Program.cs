using Integral.Platform;
using Integral.Web;

if (Modules.All.Beside(args) is { } work) return await work;

var builder = WebApplication.CreateBuilder(args);
builder.AddIntegral(Modules.All);

return await builder.Build().RunIntegralAsync(args);
