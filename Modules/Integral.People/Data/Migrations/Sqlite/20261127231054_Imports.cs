using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Integral.People.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Imports : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "people_imports",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    AliveAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ChangeSetId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Left = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_people_imports", x => x.Id);
                    table.ForeignKey(
                        name: "FK_people_imports_change_sets_ChangeSetId",
                        column: x => x.ChangeSetId,
                        principalTable: "change_sets",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_people_imports_AliveAt",
                table: "people_imports",
                column: "AliveAt");

            migrationBuilder.CreateIndex(
                name: "IX_people_imports_ChangeSetId",
                table: "people_imports",
                column: "ChangeSetId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "people_imports");
        }
    }
}
