using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Integral.Applications.Data.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class CasesToBegin : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "ToBegin",
                table: "applications",
                type: "integer",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_applications_ToBegin",
                table: "applications",
                column: "ToBegin",
                filter: "\"ToBegin\" IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_applications_ToBegin",
                table: "applications");

            migrationBuilder.DropColumn(
                name: "ToBegin",
                table: "applications");
        }
    }
}
