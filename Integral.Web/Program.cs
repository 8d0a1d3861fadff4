using Integral.Platform;
using Integral.Web;

var builder = WebApplication.CreateBuilder(args);
builder.AddIntegral(Modules.All);

return await builder.Build().RunIntegralAsync(args);
